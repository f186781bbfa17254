import { isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Instant } from '../model/time.ts';

/** What work that goes on with other work is held to: it waits for a time of that, or only those who did it go on, once it is over. */
export type ContinuedVisit =
  | { readonly kind: 'held-back' }
  | { readonly kind: 'only-by'; readonly technicianIds: readonly string[]; readonly earliestStartAt: Instant };

interface ProposedVisit {
  readonly technicianId: string;
  readonly plannedEndAt: Instant;
  readonly change: string;
}

/** Undefined for work that goes on with nothing: what was cancelled or deleted holds nothing back. */
export const continuedVisit = (
  { earliestStartAt }: Pick<Appointment, 'earliestStartAt'>,
  first: Appointment | undefined,
  proposed: readonly ProposedVisit[] = [],
): ContinuedVisit | undefined => {
  if (!first || first.status === 'cancelled') return undefined;
  const isMoved = proposed.some(({ change }) => change === 'moved');
  const crew = isMoved ? proposed : [...proposed, ...first.assignments];
  const [stands] = crew;
  if (!stands) return { kind: 'held-back' };
  const overAt = first.actualEndAt ?? stands.plannedEndAt;
  return {
    kind: 'only-by',
    technicianIds: crew.map(({ technicianId }) => technicianId),
    earliestStartAt: isBefore(earliestStartAt, overAt) ? overAt : earliestStartAt,
  };
};
