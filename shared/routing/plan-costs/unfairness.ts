import type { PlanCost } from '../kernel/kernel.ts';

const perSeconds = 100;

/** Seconds of work above the mean of all who have a shift. */
export const unfairness: PlanCost = ({ problem, stops, duration, durationBy, pinned, place, timing }) => {
  const rate = (problem.preferences?.unfairness ?? 0) / perSeconds;
  if (rate <= 0) return undefined;
  const working = problem.technicians.map(({ shifts }) => shifts.length > 0);
  return {
    measure(routes) {
      let load = 0;
      for (const { count, node, frame } of routes) {
        let from = -1;
        for (let at = 1; at <= count; at += 1) {
          const one = node[at]!;
          if (one < stops) {
            const isOwn = durationBy && pinned[one] === 0;
            load += isOwn ? durationBy[frame.technicianIndex * stops + one]! : duration[one]!;
            if (pinned[one] === 0 && place[one] !== from) load += timing?.setup[one] ?? 0;
          }
          if (place[one]! >= 0) from = one < stops ? place[one]! : -1;
        }
      }
      return load;
    },
    cost(loads) {
      const own = loads.filter((_, technician) => working[technician]);
      const mean = own.reduce((sum, load) => sum + load, 0) / Math.max(1, own.length);
      return rate * own.reduce((sum, load) => sum + Math.max(0, load - mean), 0);
    },
  };
};
