import { leaveFrom } from './edge-ends.ts';
import { farthest } from './farthest.ts';
import type { RoadPoint } from './nearest-road.ts';
import type { RoadNetwork } from './road-network.ts';
import { UpwardSearch } from './upward-search.ts';

/** Milliseconds from the soonest of some points until the end of every edge. */
export interface ArrivalTimes {
  readonly atEdgeEnd: Int32Array;
  /** Seconds to a point of the roads; Infinity where no road leads. */
  secondsTo(point: RoadPoint): number;
}

/** One search up and one sweep down over the whole network (PHAST: Delling, Goldberg, Nowatzyk, Werneck 2011), from all points at once. */
export const oneToAll = (network: RoadNetwork, from: readonly RoadPoint[]): ArrivalTimes => {
  const search = new UpwardSearch(network.up, network.down);
  search.begin();
  for (const point of from) leaveFrom(network, search, point);
  search.run();
  // The search's own arrays become the answer: it is used for nothing else.
  const { weightTo, timeTo } = search;
  sweep(network, weightTo, timeTo);
  const atEdgeEnd = timeTo.map((time, edge) => ((weightTo[edge] ?? farthest) < farthest ? time : farthest));
  return { atEdgeEnd, secondsTo: (point) => secondsTo(network, atEdgeEnd, from, point) };
};

/** Nodes are numbered by importance, so what leads into a node from above is final before the node is looked at. */
const sweep = ({ down }: RoadNetwork, weightTo: Int32Array, timeTo: Int32Array): void => {
  const { start, other, weight, time } = down;
  const count = weightTo.length;
  for (let node = 0; node < count; node += 1) {
    let best = weightTo[node] ?? farthest;
    let bestTime = timeTo[node] ?? 0;
    const end = start[node + 1] ?? 0;
    for (let arc = start[node] ?? 0; arc < end; arc += 1) {
      const above = other[arc] ?? 0;
      const total = (weightTo[above] ?? farthest) + (weight[arc] ?? 0);
      if (total >= best) continue;
      best = total;
      bestTime = (timeTo[above] ?? 0) + (time[arc] ?? 0);
    }
    weightTo[node] = best;
    timeTo[node] = bestTime;
  }
};

const secondsTo = (
  network: RoadNetwork,
  atEdgeEnd: Int32Array,
  from: readonly RoadPoint[],
  point: RoadPoint,
): number => {
  const { chain } = point;
  let soonest = Infinity;
  for (const side of [0, 1] as const) {
    for (let edge = network.chainEdges[2 * chain + side] ?? -1; edge >= 0; edge = network.edgeTwin[edge] ?? -1) {
      soonest = Math.min(soonest, alongEdge(network, edge, atEdgeEnd[edge] ?? farthest, from, point, side));
    }
  }
  return soonest / 1000;
};

/** Milliseconds to a point by one edge of its road. */
const alongEdge = (
  network: RoadNetwork,
  edge: number,
  end: number,
  from: readonly RoadPoint[],
  point: RoadPoint,
  side: 0 | 1,
): number => {
  if (end >= farthest) return Infinity;
  const left = side === 0 ? 1 - point.share : point.share;
  const time = end - (network.edgeTime[edge] ?? 0) * left;
  // Below zero somebody starts on this edge behind the point: coming round again is not counted here.
  return time >= 0 ? time : direct(network, edge, from, point, side);
};

const direct = (
  network: RoadNetwork,
  edge: number,
  from: readonly RoadPoint[],
  { chain, share }: RoadPoint,
  side: number,
): number =>
  from.reduce((soonest, start) => {
    const ahead = side === 0 ? share - start.share : start.share - share;
    return start.chain === chain && ahead >= 0 ? Math.min(soonest, ahead * (network.edgeTime[edge] ?? 0)) : soonest;
  }, Infinity);
