import type { PlanCost } from '../kernel/kernel.ts';

const perSeconds = 100;

/** Seconds of work above the mean of all who have a shift. */
export const unfairness: PlanCost = {
  name: 'unfairness',
  isAsked: ({ preferences }) => (preferences?.unfairness ?? 0) > 0,
  of({ problem, stops, duration, durationBy, pinned, place, timing }, routes) {
    const loads = new Float64Array(problem.technicians.length);
    for (const { count, node, frame } of routes) {
      const { technicianIndex } = frame;
      let from = -1;
      for (let at = 1; at <= count; at += 1) {
        const one = node[at]!;
        if (one < stops) {
          const isOwn = durationBy && pinned[one] === 0;
          const lasts = isOwn ? durationBy[technicianIndex * stops + one]! : duration[one]!;
          const setup = pinned[one] === 0 && place[one] !== from ? (timing?.setup[one] ?? 0) : 0;
          loads[technicianIndex] = loads[technicianIndex]! + lasts + setup;
        }
        if (place[one]! >= 0) from = one < stops ? place[one]! : -1;
      }
    }
    const working = loads.filter((_, technician) => problem.technicians[technician]!.shifts.length > 0);
    const mean = working.reduce((sum, load) => sum + load, 0) / Math.max(1, working.length);
    const above = working.reduce((sum, load) => sum + Math.max(0, load - mean), 0);
    return (above * (problem.preferences?.unfairness ?? 0)) / perSeconds;
  },
};
