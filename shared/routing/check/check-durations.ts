import type { Violation } from '../violation.ts';
import type { CheckedDay, CheckedStop } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

const usualPercent = 100;

/** Work takes what it takes this technician, with setup once where several stops in a row are at one place. */
export const checkDurations = (day: CheckedDay): Violation[] => {
  const goesOn = stopsThatGoOn(day);
  return whereTouched(day, 'wrong-duration', (one) => {
    const setup = goesOn.has(one) ? 0 : (one.stop.setupSeconds ?? 0);
    return one.planned.end - one.planned.start !== workSeconds(day, one) + setup;
  });
};

const workSeconds = ({ technician }: CheckedDay, { stop }: CheckedStop): number =>
  stop.durationByTechnician?.get(technician.id) ??
  Math.round((stop.durationSeconds * (technician.pacePercent ?? usualPercent)) / usualPercent);

/** Those right after another stop of the same shift at the same place. */
const stopsThatGoOn = ({ shifts }: CheckedDay): Set<CheckedStop> => {
  const found = new Set<CheckedStop>();
  for (const { visits } of shifts) {
    const placed = visits.filter(({ place }) => place !== undefined);
    placed.forEach(({ checked, place }, index) => {
      const before = placed[index - 1];
      // He has parked there for a part as for a stop.
      if (checked && (before?.checked ?? before?.pickup) && before?.place === place) found.add(checked);
    });
  }
  return found;
};
