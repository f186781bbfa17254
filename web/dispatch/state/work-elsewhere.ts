import type { Appointment } from '../../../shared/model/appointment.ts';
import type { TakenInterval } from '../../../shared/model/technician-day.ts';
import type { BoardRow } from '../../../shared/protocol/endpoints/board.ts';
import { pickupTime } from './pickup-time.ts';

/** Rows with what other territories' appointments now take of their technicians' days; the same rows where nothing does. */
export const withWorkElsewhere = (
  rows: readonly BoardRow[],
  appointments: Iterable<Appointment>,
  days: readonly string[],
): readonly BoardRow[] => {
  let changed = rows;
  for (const appointment of appointments) {
    const isShown = appointment.day !== undefined && days.includes(appointment.day);
    changed = changed.map((row) => withTaken(row, appointment.id, isShown ? takenBy(appointment, row) : []));
  }
  return changed.every((row, at) => row === rows[at]) ? rows : changed;
};

const takenBy = (appointment: Appointment, { technicianId }: BoardRow): TakenInterval[] => {
  const own = appointment.assignments.find((one) => one.technicianId === technicianId);
  if (!own) return [];
  const { id, actualEndAt: to = own.plannedEndAt } = appointment;
  const fetched = pickupTime(appointment, technicianId).map(({ kind, from, to: until }) => ({
    ...{ kind, id, from, to: until },
  }));
  return [{ kind: 'appointment', id, from: own.plannedStartAt, to }, ...fetched];
};

const withTaken = (row: BoardRow, id: string, taken: readonly TakenInterval[]): BoardRow => {
  const known = row.taken.filter((one) => one.id === id);
  const isKnown = known.length === taken.length && known.every((one, at) => isSame(one, taken[at]));
  return isKnown ? row : { ...row, taken: [...row.taken.filter((one) => one.id !== id), ...taken] };
};

const isSame = (one: TakenInterval, other: TakenInterval | undefined): boolean =>
  one.kind === other?.kind && one.from === other.from && one.to === other.to;
