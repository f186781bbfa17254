import type { Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

/** What is urgent comes before everything planned that is not, in the shift where it stands. */
export const checkUrgentFirst = (day: CheckedDay): Violation[] => {
  const tooLate = new Set(
    day.shifts.flatMap(({ visits }) => {
      const stops = visits.flatMap(({ checked }) => checked ?? []);
      const firstOther = stops.findIndex(({ stop, untouched }) => !stop.urgentFirst && !untouched);
      return firstOther < 0 ? [] : stops.slice(firstOther).filter(({ stop }) => stop.urgentFirst);
    }),
  );
  return whereTouched(day, 'not-urgent-first', (one) => tooLate.has(one));
};
