import type { Appointment } from '../model/appointment.ts';
import type { HistoryEvent } from '../model/history-entry.ts';

type Placed = Pick<Appointment, 'assignments'>;

/** What happened when an appointment was given its place: who locked it, or gave it more time, did not move it. */
export const placementEvent = (before: Placed, after: Placed): HistoryEvent => {
  if (before.assignments.length === 0) return 'appointment.scheduled';
  if (startOf(before) !== startOf(after)) return 'appointment.moved';
  if (endOf(before) !== endOf(after)) return 'appointment.resized';
  if (isLocked(before) === isLocked(after)) return 'appointment.moved';
  return isLocked(after) ? 'appointment.locked' : 'appointment.unlocked';
};

const startOf = ({ assignments }: Placed): string =>
  JSON.stringify(assignments.map((one) => [one.technicianId, one.plannedStartAt]));

const endOf = ({ assignments }: Placed): string => JSON.stringify(assignments.map((one) => one.plannedEndAt));

const isLocked = ({ assignments }: Placed): boolean => assignments.some(({ locked }) => locked);
