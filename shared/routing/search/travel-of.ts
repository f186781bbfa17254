import type { Kernel } from '../kernel/kernel.ts';

/** Seconds on the way in all routes; where ways differ by the time of day, at their shortest. */
export const travelOf = ({ frames, place, size, stops }: Kernel, sequences: readonly ArrayLike<number>[]): number => {
  let seconds = 0;
  for (const { index, travel, startPlace, endPlace } of frames) {
    const nodes = sequences[index] ?? [];
    let [from, hasStop] = [startPlace, false];
    let way = 0;
    for (let at = 0; at < nodes.length; at += 1) {
      const to = place[nodes[at]!]!;
      if (nodes[at]! < stops) hasStop = true;
      if (to < 0) continue;
      way += travel.time[from * size + to]!;
      from = to;
    }
    if (hasStop) seconds += way + travel.time[from * size + endPlace]!;
  }
  return seconds;
};
