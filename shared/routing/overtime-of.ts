import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

/** Seconds of work after the end of shifts; what begins after one shift and before the next counts with the first. */
export const overtimeOf = ({ technicians }: Problem, { routes }: Solution): number => {
  const shifts = new Map(technicians.map((one) => [one.id, one.shifts]));
  return routes.reduce((sum, { technicianId, stops }) => {
    const own = shifts.get(technicianId) ?? [];
    const lasts = own.map(({ from, to }, index) => {
      const until = own[index + 1]?.from ?? Infinity;
      const ends = stops.filter(({ start }) => start >= from && start < until).map(({ end }) => end);
      return Math.max(0, ...ends.map((end) => end - to));
    });
    return sum + lasts.reduce((total, seconds) => total + seconds, 0);
  }, 0);
};
