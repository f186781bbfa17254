import type { PlanCost } from '../kernel/kernel.ts';

/** Stops that keep their technician, but another rank among those of his that stood. */
export const changedOrder: PlanCost = ({ problem, stops }) => {
  const presentOf = (stop: number) => problem.stops[stop]!.present;
  const costOf = (stop: number) => presentOf(stop)?.changeCost?.order ?? 0;
  if (!problem.stops.some((_, stop) => costOf(stop) > 0)) return undefined;
  return {
    measure(routes) {
      const now: number[] = [];
      for (const { count, node, frame } of routes) {
        for (let at = 1; at <= count; at += 1) {
          if (node[at]! < stops && presentOf(node[at]!)?.technicianId === frame.technician.id) now.push(node[at]!);
        }
      }
      const before = [...now].sort((a, b) => (presentOf(a)?.from ?? 0) - (presentOf(b)?.from ?? 0));
      return now.reduce((sum, stop, rank) => (before[rank] === stop ? sum : sum + costOf(stop)), 0);
    },
  };
};
