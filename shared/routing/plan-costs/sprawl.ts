import type { PlanCost } from '../kernel/kernel.ts';

const perMetres = 1000;

/** Metres from each shift's stops to the one of them from which the ways to all others are shortest. */
export const sprawl: PlanCost = {
  name: 'sprawl',
  isAsked: ({ preferences }) => (preferences?.sprawl ?? 0) > 0,
  of({ problem, stops, place }, routes) {
    const { metres, size } = problem.matrix;
    let total = 0;
    for (const { count, node } of routes) {
      let least = Infinity;
      for (let centre = 1; centre <= count; centre += 1) {
        if (node[centre]! >= stops) continue;
        let sum = 0;
        for (let at = 1; at <= count && sum < least; at += 1) {
          if (node[at]! < stops) sum += metres[place[node[centre]!]! * size + place[node[at]!]!] ?? 0;
        }
        least = Math.min(least, sum);
      }
      if (least < Infinity) total += least;
    }
    return (total * (problem.preferences?.sprawl ?? 0)) / perMetres;
  },
};
