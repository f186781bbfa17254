import { isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

/** Work over several days around one of its parts. */
export interface LinkedWork {
  /** The part that it goes on with, and when that is over; without an instant while it has no time. */
  readonly before?: { readonly overAt: Instant | undefined } | undefined;
  /** When the part begins that goes on with it. */
  readonly after?: { readonly beginsAt: Instant } | undefined;
}

/** What stands before and after a part. A cancelled one holds nothing, nor does one after it that has no time. */
export const linkedWork = (before: Appointment | undefined, after: Appointment | undefined): LinkedWork => {
  const next = after && isOpen(after) ? after.assignments[0] : undefined;
  return {
    ...(before && isOpen(before) && { before: { overAt: before.actualEndAt ?? before.assignments[0]?.plannedEndAt } }),
    ...(next && { after: { beginsAt: after?.actualStartAt ?? next.plannedStartAt } }),
  };
};

/** Why a part may not stand there: the instant that it crosses, or nothing where the part before has none yet. */
export const outOfOrder = (
  span: InstantSpan,
  { before, after }: LinkedWork,
): { readonly fact: string; readonly values: Record<string, string> } | undefined => {
  if (before && before.overAt === undefined) return { fact: 'it goes on with work that has no time yet', values: {} };
  if (before?.overAt !== undefined && isBefore(span.from, before.overAt)) {
    return { fact: `it goes on with work that is over at ${before.overAt}`, values: { overAt: before.overAt } };
  }
  if (after && isBefore(after.beginsAt, span.to)) {
    return { fact: `work that goes on with it begins at ${after.beginsAt}`, values: { beginsAt: after.beginsAt } };
  }
  return undefined;
};

const isOpen = ({ status }: Appointment): boolean => status !== 'cancelled';
