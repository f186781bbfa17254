import type { Kernel } from '../kernel/kernel.ts';

/**
 * What plans of certain stops cost at the least: each is reached from somewhere, so from its nearest other place, and belongs to somebody,
 * so to whom it costs least. Ways home, and all that depends on time, count nothing: true, cheap, and far below the optimum.
 */
export const lowerBound = (kernel: Kernel): ((sequences: readonly ArrayLike<number>[]) => number) => {
  let least: Float64Array | undefined;
  return (sequences) => {
    least ??= leastCosts(kernel);
    let bound = 0;
    for (const nodes of sequences) {
      for (let at = 0; at < nodes.length; at += 1) if (nodes[at]! < kernel.stops) bound += least[nodes[at]!]!;
    }
    return bound;
  };
};

const leastCosts = (kernel: Kernel): Float64Array => {
  const { stops, size, place, frames } = kernel;
  const places = [...new Set([...place.filter((row) => row >= 0), ...frames.map(({ startPlace }) => startPlace)])];
  const several = [...new Set(frames.map(({ travel }) => travel))];
  const stands = new Int32Array(size);
  for (const row of place) if (row >= 0) stands[row] = stands[row]! + 1;
  for (const { startPlace } of frames) stands[startPlace] = stands[startPlace]! + 1;
  return Float64Array.from({ length: stops }, (_, stop) => {
    const here = place[stop]!;
    let way = stands[here]! > 1 ? 0 : Infinity;
    for (const { cost } of way > 0 ? several : []) {
      for (const from of places) if (from !== here) way = Math.min(way, cost[from * size + here]!);
    }
    return (way === Infinity ? 0 : way) + leastPair(kernel, stop);
  });
};

const leastPair = ({ pairCost, frames, stops }: Kernel, stop: number): number =>
  pairCost ? Math.min(...frames.map(({ index }) => pairCost[index * stops + stop]!)) : 0;
