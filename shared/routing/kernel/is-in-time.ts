import type { Kernel } from './kernel.ts';
import type { KernelRoute } from './kernel-route.ts';

/** Whether everything of a route can begin in its time. Between two that are pinned nothing is asked: a person wanted it so. */
export const isInTime = (kernel: Kernel, route: KernelRoute): boolean => {
  const { node, count, leave, place, nextPlace, latestLess, freeBy, freed, latest, frame } = route;
  const isPinned = (at: number) => at === 0 || at > count || kernel.pinned[node[at]!] === 1;
  for (let at = 0; at <= count; at += 1) {
    const next = at + 1;
    if (isPinned(at) && isPinned(next)) continue;
    const way = frame.travel.time[place[at]! * kernel.size + nextPlace[next]!]!;
    if (leave[at]! + way > latestLess[next]! || leave[at]! > freeBy[next]! || freed[next]! + way > latest[next]!) {
      return false;
    }
  }
  return true;
};
