import type { RouteRule } from '../kernel/kernel.ts';

/** What is urgent comes before everything of the shift that is not; what is pinned stands where it stands. */
export const urgentFirst: RouteRule = {
  concerns: ({ problem }) => problem.stops.some((stop) => stop.urgentFirst),
  allows({ problem, stops, pinned }, { count, nodeAt }) {
    let hasOther = false;
    for (let index = 0; index < count; index += 1) {
      const node = nodeAt(index);
      if (node >= stops || pinned[node] === 1) continue;
      if (!problem.stops[node]!.urgentFirst) hasOther = true;
      else if (hasOther) return false;
    }
    return true;
  },
};
