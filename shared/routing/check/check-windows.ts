import type { Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

const usualGrainSeconds = 60;

/** Work begins on the grain of time, not before it may, and inside a window that was told. */
export const checkWindows = (day: CheckedDay): Violation[] => {
  const grain = day.problem.startGrainSeconds ?? usualGrainSeconds;
  const { availableFrom } = day.technician;
  return [
    ...whereTouched(day, 'off-grain', ({ planned }) => planned.start % grain !== 0),
    ...whereTouched(day, 'too-early', ({ planned: { start }, stop }) => start < stop.earliest || start < availableFrom),
    ...whereTouched(day, 'outside-window', ({ planned: { start }, stop: { window, windows } }) => {
      const isIn = ({ from, to }: { from: number; to: number }) => from <= start && start <= to;
      return (window !== undefined && !isIn(window)) || (windows !== undefined && !windows.some(isIn));
    }),
  ];
};
