export type ViolationKind =
  | 'unknown-technician'
  | 'unknown-stop'
  | 'stop-twice'
  | 'stop-missing'
  | 'stop-dropped'
  | 'fixed-stop-moved'
  | 'not-in-territory'
  | 'skill-lacking'
  | 'part-lacking'
  | 'wrong-duration'
  | 'too-early'
  | 'outside-window'
  | 'outside-shift'
  | 'in-a-block'
  | 'travel-too-short'
  | 'wrong-leg'
  | 'break-lacking'
  | 'wrong-figures';

/** A constraint that a solution breaks; a plan with any is never saved. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly detail: string;
  readonly technicianId?: string;
  readonly stopId?: string;
}

export const broken = (
  kind: ViolationKind,
  detail: string,
  where: { readonly technicianId?: string; readonly stopId?: string } = {},
): Violation => ({ kind, detail, ...where });
