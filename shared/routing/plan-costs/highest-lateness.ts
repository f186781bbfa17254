import type { PlanCost } from '../kernel/kernel.ts';

/** The largest lateness of any stop, beside what each one's own costs. What was due before work could begin counts from then on. */
export const highestLateness: PlanCost = ({ problem, stops }) => {
  const rate = problem.preferences?.highestLateness ?? 0;
  if (rate <= 0) return undefined;
  return {
    measure(routes) {
      let highest = 0;
      for (const { count, node, leave, frame } of routes) {
        for (let at = 1; at <= count; at += 1) {
          if (node[at]! >= stops) continue;
          const { due, earliest, durationSeconds } = problem.stops[node[at]!]!;
          const soonest = Math.max(frame.technician.availableFrom, earliest) + durationSeconds;
          highest = Math.max(highest, leave[at]! - Math.max(due, soonest));
        }
      }
      return highest;
    },
    cost: (each) => rate * each.reduce((most, one) => Math.max(most, one), 0),
  };
};
