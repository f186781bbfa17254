import type { WorkingPlan } from '../kernel/working-plan.ts';
import type { Random } from '../search/random.ts';

/** Stops taken out in a step, on average; and the longest string (Christiaens and Vanden Berghe 2020, section 6.1). */
const meanRemoved = 10;
const longestString = 10;
/** How often a string is split, and how likely the kept part grows by one. */
const splitShare = 0.5;
const growth = 0.99;

/** Takes strings of stops out of routes that are near one another, around a stop; true if any was. */
export const ruinStrings = (plan: WorkingPlan, random: Random, seed: number): boolean => {
  const { kernel } = plan;
  const inUse = plan.kernel.stops - plan.outCount;
  let used = 0;
  for (const route of plan.routes) if (route.stopCount > 0) used += 1;
  const longest = Math.min(longestString, Math.max(1, inUse / Math.max(1, used)));
  const strings = Math.floor(1 + random.unit() * ((4 * meanRemoved) / (1 + longest) - 1));
  let ruined = 0;
  for (let rank = -1; rank < kernel.nearCount && ruined < strings; rank += 1) {
    const stop = rank < 0 ? seed : kernel.near[seed * kernel.nearCount + rank]!;
    const route = plan.routeOf[stop]!;
    if (route < 0 || plan.isTouched[route] === 1 || kernel.pinned[stop] === 1) continue;
    const { stopCount } = plan.routes[route]!;
    const length = Math.floor(1 + random.unit() * Math.min(stopCount, longest));
    cutString(plan, random, route, stop, Math.min(length, stopCount));
    ruined += 1;
  }
  return ruined > 0;
};

/** Takes `length` stops in a row that include `stop`; or a longer row without its middle. Breaks and what is pinned stay. */
const cutString = (plan: WorkingPlan, random: Random, index: number, stop: number, length: number): void => {
  const { kernel } = plan;
  const route = plan.touch(index);
  let kept = 0;
  if (length > 1 && random.unit() < splitShare) {
    kept = 1;
    while (length + kept < route.stopCount && random.unit() < growth - 0.5) kept += 1;
    if (length + kept > route.stopCount) kept = 0;
  }
  const row = length + kept;
  // The stop's rank among the stops of the route.
  let rank = 0;
  for (let at = 1; route.node[at] !== stop; at += 1) if (route.node[at]! < kernel.stops) rank += 1;
  const first = Math.max(0, rank - row + 1);
  const last = Math.min(rank, route.stopCount - row);
  const from = first + random.below(last - first + 1);
  const keepFrom = kept > 0 ? from + 1 + random.below(length - 1) : -1;
  let seen = 0;
  for (let at = 1; at <= route.count;) {
    const node = route.node[at]!;
    if (node >= kernel.stops) {
      at += 1;
      continue;
    }
    const isTaken = seen >= from && seen < from + row && !(seen >= keepFrom && seen < keepFrom + kept);
    seen += 1;
    if (isTaken && kernel.pinned[node] === 0) plan.cut(index, at, 1);
    else at += 1;
  }
  plan.refresh(index);
};
