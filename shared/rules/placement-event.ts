import type { Appointment } from '../model/appointment.ts';
import type { HistoryEvent } from '../model/history-entry.ts';

type Placed = Pick<Appointment, 'assignments'>;

/** What happened when an appointment was given its place: nobody is told of a move who only locked it. */
export const placementEvent = (before: Placed, after: Placed): HistoryEvent => {
  if (before.assignments.length === 0) return 'appointment.scheduled';
  if (placeOf(before) !== placeOf(after) || isLocked(before) === isLocked(after)) return 'appointment.moved';
  return isLocked(after) ? 'appointment.locked' : 'appointment.unlocked';
};

const placeOf = ({ assignments }: Placed): string =>
  JSON.stringify(assignments.map((one) => [one.technicianId, one.plannedStartAt, one.plannedEndAt]));

const isLocked = ({ assignments }: Placed): boolean => assignments.some(({ locked }) => locked);
