import type { PlanCost } from '../kernel/kernel.ts';

const perMetres = 1000;

/** Metres from each shift's stops to the one of them from which the ways to all others are shortest. */
export const sprawl: PlanCost = ({ problem, frames, stops, place }) => {
  const { metres, size } = problem.matrix;
  const rate = (problem.preferences?.sprawl ?? 0) / perMetres;
  if (rate <= 0) return undefined;
  /** By route, the row of its centre in the matrix; -1 where it has no stop. */
  const centres = new Int32Array(frames.length);
  return {
    measure(routes) {
      let total = 0;
      for (const { count, node, frame } of routes) {
        let least = Infinity;
        centres[frame.index] = -1;
        for (let centre = 1; centre <= count; centre += 1) {
          if (node[centre]! >= stops) continue;
          const row = place[node[centre]!]! * size;
          let sum = 0;
          for (let at = 1; at <= count && sum < least; at += 1) {
            if (node[at]! < stops) sum += metres[row + place[node[at]!]!] ?? 0;
          }
          if (sum >= least) continue;
          least = sum;
          centres[frame.index] = row;
        }
        if (least < Infinity) total += least;
      }
      return rate * total;
    },
    more: (route, stop) => (centres[route]! < 0 ? 0 : rate * (metres[centres[route]! + place[stop]!] ?? 0)),
  };
};
