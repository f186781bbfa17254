import { isWithin, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

export type LiveState = 'off-shift' | 'available' | 'travelling' | 'on-site' | 'on-break' | 'offline';

export interface LiveStateQuestion {
  readonly technicianId: string;
  readonly shifts: readonly InstantSpan[];
  /** Those of the day; others' are passed over. */
  readonly appointments: readonly Pick<Appointment, 'status' | 'assignments'>[];
  readonly breaks?: readonly InstantSpan[];
  readonly latest?: LatestPosition | undefined;
  readonly now: Instant;
}

/** Without a position for so long, nobody knows. */
const offlineAfterSeconds = 15 * 60;

/** What a technician does at an instant: what he said he does counts before what the clock and the phone say. */
export const liveStateOf = ({
  technicianId,
  shifts,
  appointments,
  breaks,
  latest,
  now,
}: LiveStateQuestion): LiveState => {
  const statuses = appointments
    .filter(({ assignments }) => assignments.some((assignment) => assignment.technicianId === technicianId))
    .map(({ status }) => status);
  if (statuses.includes('on-site')) return 'on-site';
  if (statuses.includes('travelling')) return 'travelling';
  if (!shifts.some((shift) => isWithin(now, shift))) return 'off-shift';
  if (breaks?.some((span) => isWithin(now, span))) return 'on-break';
  if (!latest || secondsBetween(latest.fix.at, now) > offlineAfterSeconds) return 'offline';
  return 'available';
};
