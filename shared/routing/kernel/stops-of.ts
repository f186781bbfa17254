import type { ProblemStop } from '../problem.ts';
import type { Kernel, RouteView } from './kernel.ts';

/** The stops of a route in order. */
export const stopsOf = ({ problem, stops }: Kernel, view: RouteView): ProblemStop[] => {
  const list: ProblemStop[] = [];
  for (let index = 0; index < view.count; index += 1) {
    const node = view.nodeAt(index);
    if (node < stops) list.push(problem.stops[node]!);
  }
  return list;
};
