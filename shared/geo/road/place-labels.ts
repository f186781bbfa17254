import { arriveAt, leaveFrom } from './edge-ends.ts';
import { farthest } from './farthest.ts';
import type { Searches } from './many-to-many.ts';
import type { RoadPoint } from './nearest-road.ts';
import type { RoadNetwork } from './road-network.ts';
import type { UpwardSearch } from './upward-search.ts';

/** What a search from or to one place found, by node: kept, so that a place that comes again costs nothing. */
export interface PlaceLabel {
  readonly nodes: Int32Array;
  readonly weight: Int32Array;
  readonly time: Int32Array;
  readonly length: Int32Array;
}

export interface RoadWayFound {
  readonly milliseconds: number;
  readonly decimetres: number;
}

export const labelFrom = (network: RoadNetwork, { forward }: Searches, point: RoadPoint): PlaceLabel => {
  forward.begin();
  leaveFrom(network, forward, point);
  return labelOf(forward);
};

export const labelTo = (network: RoadNetwork, { backward }: Searches, point: RoadPoint): PlaceLabel => {
  backward.begin();
  arriveAt(network, backward, point);
  return labelOf(backward);
};

const labelOf = (search: UpwardSearch): PlaceLabel => {
  search.run();
  const nodes = search.settled.slice(0, search.settledCount).sort();
  const pick = (values: Int32Array): Int32Array => nodes.map((node) => values[node] ?? 0);
  return { nodes, weight: pick(search.weightTo), time: pick(search.timeTo), length: pick(search.lengthTo) };
};

/** The best way by going through both labels at once; undefined where no road leads. */
export const wayBetween = ({ loop }: RoadNetwork, from: PlaceLabel, to: PlaceLabel): RoadWayFound | undefined => {
  let best = farthest;
  let [bestI, bestJ, isRound] = [-1, -1, false];
  for (let i = 0, j = 0; i < from.nodes.length && j < to.nodes.length;) {
    const a = from.nodes[i] ?? 0;
    const b = to.nodes[j] ?? 0;
    if (a < b) i += 1;
    else if (b < a) j += 1;
    else {
      const straight = (from.weight[i] ?? 0) + (to.weight[j] ?? 0);
      const total = straight < 0 ? straight + (loop.weight[a] ?? farthest) : straight;
      if (total < best) [best, bestI, bestJ, isRound] = [total, i, j, straight < 0];
      i += 1;
      j += 1;
    }
  }
  if (bestI < 0) return undefined;
  const node = from.nodes[bestI] ?? 0;
  const sum = (key: 'time' | 'length') =>
    (from[key][bestI] ?? 0) + (to[key][bestJ] ?? 0) + (isRound ? (loop[key][node] ?? 0) : 0);
  return { milliseconds: sum('time'), decimetres: sum('length') };
};
