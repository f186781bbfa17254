export type ViolationKind =
  | 'unknown-technician'
  | 'unknown-stop'
  | 'stop-twice'
  | 'stop-missing'
  | 'stop-dropped'
  | 'fixed-stop-moved'
  | 'lock-broken'
  | 'not-in-territory'
  | 'technician-not-allowed'
  | 'skill-lacking'
  | 'part-lacking'
  | 'wrong-pickup'
  | 'wrong-duration'
  | 'off-grain'
  | 'too-early'
  | 'outside-window'
  | 'outside-shift'
  | 'in-a-block'
  | 'travel-too-short'
  | 'wrong-leg'
  | 'wrong-return'
  | 'break-lacking'
  | 'overloaded'
  | 'too-many-stops'
  | 'too-much-travel'
  | 'too-long-a-shift'
  | 'crew-incomplete'
  | 'crew-apart'
  | 'dependency-broken'
  | 'not-urgent-first'
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
