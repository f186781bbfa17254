import type { Violation } from '../violation.ts';
import type { CheckedDay, CheckedStop } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

/** What is fixed stays exactly so; weaker locks keep the technician, the time, or the position in the shift. */
export const checkLocks = (day: CheckedDay): Violation[] => [
  ...whereTouched(day, 'fixed-stop-moved', ({ stop }) => stop.present?.fixed === true),
  ...whereTouched(day, 'lock-broken', (one) => breaksLock(day, one)),
];

const breaksLock = ({ technician, shifts }: CheckedDay, one: CheckedStop): boolean => {
  const { present } = one.stop;
  const keeps = present?.keeps;
  if (!present || !keeps) return false;
  const isOthers = present.technicianId !== technician.id;
  if (keeps.technician && isOthers) return true;
  if (keeps.time && present.from !== one.planned.start) return true;
  if (keeps.position === undefined) return false;
  const neighbours = shifts.map(({ visits }) => visits.flatMap(({ checked }) => checked ?? []));
  return isOthers || neighbours.find((stops) => stops.includes(one))?.indexOf(one) !== keeps.position;
};
