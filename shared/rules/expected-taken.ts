import { addSeconds, isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Instant } from '../model/time.ts';
import { isFinished } from './appointment-lifecycle.ts';

export interface ExpectedInterval extends TakenInterval {
  readonly location?: Position | undefined;
}

/** A guard's intervals with their places, and longer where work runs late: he is not free while he is still at it. */
export const expectedTaken = (
  intervals: readonly TakenInterval[],
  appointments: readonly Appointment[],
  now: Instant,
): ExpectedInterval[] => {
  const byId = new Map(appointments.map((appointment) => [appointment.id, appointment]));
  return intervals.map((interval) => {
    const appointment = byId.get(interval.id);
    if (!appointment) return interval;
    if (interval.kind === 'pickup') return { ...interval, location: pickupPlace(appointment, interval) };
    const to = expectedEnd(appointment, interval, now);
    return { ...interval, to: isBefore(interval.to, to) ? to : interval.to, location: appointment.place.location };
  });
};

/** What has begun takes at least until now; what should have begun takes its whole time from now on. */
const expectedEnd = (appointment: Appointment, interval: TakenInterval, now: Instant): Instant => {
  if (isFinished(appointment.status)) return interval.to;
  if (appointment.status === 'on-site') return now;
  return isBefore(interval.from, now) ? addSeconds(now, appointment.durationSeconds) : interval.to;
};

const pickupPlace = ({ pickups = [] }: Appointment, { from }: TakenInterval): Position | undefined =>
  pickups.find(({ plannedStartAt }) => plannedStartAt === from)?.place.location;
