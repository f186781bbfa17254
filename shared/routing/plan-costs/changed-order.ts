import type { PlanCost } from '../kernel/kernel.ts';

/** Stops that keep their technician, but another rank among those of his that stood. */
export const changedOrder: PlanCost = {
  name: 'changed-order',
  isAsked: ({ stops }) => stops.some(({ present }) => (present?.changeCost?.order ?? 0) > 0),
  of({ problem, stops }, routes) {
    const kept = problem.technicians.map((): number[] => []);
    for (const { count, node, frame } of routes) {
      for (let at = 1; at <= count; at += 1) {
        const isKept = node[at]! < stops && problem.stops[node[at]!]!.present?.technicianId === frame.technician.id;
        if (isKept) kept[frame.technicianIndex]!.push(node[at]!);
      }
    }
    const presentOf = (stop: number) => problem.stops[stop]!.present;
    return kept.reduce((total, now) => {
      const before = [...now].sort((a, b) => (presentOf(a)?.from ?? 0) - (presentOf(b)?.from ?? 0));
      const changed = now.filter((stop, rank) => before[rank] !== stop);
      return total + changed.reduce((sum, stop) => sum + (presentOf(stop)?.changeCost?.order ?? 0), 0);
    }, 0);
  },
};
