import { isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Pickup } from '../model/pickup.ts';
import type { Instant } from '../model/time.ts';

/** What is still fetched for an appointment that is put elsewhere: by who had it, and where that is over before it begins; all else is released. */
export const keptPickups = (
  { assignments, pickups = [] }: Appointment,
  technicianId: string,
  plannedStartAt: Instant,
): Pickup[] =>
  assignments[0]?.technicianId === technicianId
    ? pickups.filter(({ takenAt, plannedEndAt }) => takenAt !== undefined || !isBefore(plannedStartAt, plannedEndAt))
    : [];
