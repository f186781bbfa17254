import { arriveAt, leaveFrom } from './edge-ends.ts';
import { farthest } from './farthest.ts';
import type { Searches } from './many-to-many.ts';
import type { RoadPoint } from './nearest-road.ts';
import type { ArcTable, RoadNetwork } from './road-network.ts';

/** The best way between two points of the roads, edge by edge. */
export interface EdgePath {
  /** From the edge where it begins to the edge where it ends, both whole in this list. */
  readonly edges: readonly number[];
  /** Milliseconds from the start until each edge's end is reached; the last until the target, which lies on it. */
  readonly reachedAt: readonly number[];
  readonly weight: number;
  readonly milliseconds: number;
  readonly decimetres: number;
}

/** Undefined where no road leads there. */
export const routeBetween = (
  network: RoadNetwork,
  { forward, backward }: Searches,
  from: RoadPoint,
  to: RoadPoint,
): EdgePath | undefined => {
  forward.begin();
  leaveFrom(network, forward, from);
  forward.run();
  backward.begin();
  arriveAt(network, backward, to);
  backward.run();
  const meeting = bestMeeting(network, { forward, backward });
  if (!meeting) return undefined;
  const { node, isRound } = meeting;
  const path = new PathEdges(network);
  const climbed = climb(network.up, forward, node);
  path.startAt(climbed[0]?.from ?? node, forward);
  for (const arc of climbed) path.along(arc.from, arc.to, arc.middle, arc.time);
  if (isRound) path.along(node, node, network.loop.middle[node] ?? -1, network.loop.time[node] ?? 0);
  for (const arc of descend(network.down, backward, node)) path.along(arc.from, arc.to, arc.middle, arc.time);
  const sum = (key: 'timeTo' | 'lengthTo', loop: Int32Array): number =>
    (forward[key][node] ?? 0) + (backward[key][node] ?? 0) + (isRound ? (loop[node] ?? 0) : 0);
  const milliseconds = sum('timeTo', network.loop.time);
  path.reachedAt[path.reachedAt.length - 1] = milliseconds;
  return {
    edges: path.edges,
    reachedAt: path.reachedAt,
    weight: meeting.weight,
    milliseconds,
    decimetres: sum('lengthTo', network.loop.length),
  };
};

interface Meeting {
  readonly node: number;
  readonly weight: number;
  /** The target lies behind the start on this edge: one comes round again. */
  readonly isRound: boolean;
}

const bestMeeting = ({ loop }: RoadNetwork, { forward, backward }: Searches): Meeting | undefined => {
  let best: Meeting | undefined;
  for (let i = 0; i < forward.settledCount; i += 1) {
    const node = forward.settled[i] ?? 0;
    const back = backward.weightTo[node] ?? farthest;
    if (back >= farthest) continue;
    const straight = (forward.weightTo[node] ?? 0) + back;
    const isRound = straight < 0;
    const round = loop.weight[node] ?? farthest;
    if (isRound && round >= farthest) continue;
    const weight = isRound ? straight + round : straight;
    if (weight < (best?.weight ?? farthest)) best = { node, weight, isRound };
  }
  return best;
};

interface TakenArc {
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  readonly time: number;
}

/** The arcs by which a forward search came to a node, in the order in which one drives them. */
const climb = (up: ArcTable, search: UpwardSearchResult, node: number): TakenArc[] => {
  const owners = ownersOf(up);
  const arcs: TakenArc[] = [];
  for (let at = node, arc = search.arcTo[at] ?? -1; arc >= 0; arc = search.arcTo[at] ?? -1) {
    const from = owners(arc);
    arcs.push({ from, to: at, middle: up.middle[arc] ?? -1, time: up.time[arc] ?? 0 });
    at = from;
  }
  return arcs.reverse();
};

/** The arcs by which a backward search came to a node: in the order in which one drives them. */
const descend = (down: ArcTable, search: UpwardSearchResult, node: number): TakenArc[] => {
  const owners = ownersOf(down);
  const arcs: TakenArc[] = [];
  for (let at = node, arc = search.arcTo[at] ?? -1; arc >= 0; arc = search.arcTo[at] ?? -1) {
    const to = owners(arc);
    arcs.push({ from: at, to, middle: down.middle[arc] ?? -1, time: down.time[arc] ?? 0 });
    at = to;
  }
  return arcs;
};

interface UpwardSearchResult {
  readonly arcTo: Int32Array;
  readonly timeTo: Int32Array;
}

/** Which node an arc's row belongs to, by halving. */
const ownersOf =
  ({ start }: ArcTable) =>
  (arc: number): number => {
    let [low, high] = [0, start.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((start[middle] ?? 0) <= arc) low = middle;
      else high = middle - 1;
    }
    return low;
  };

/** Unpacks shortcuts into the edges they stand for. */
class PathEdges {
  readonly edges: number[] = [];
  readonly reachedAt: number[] = [];
  readonly #network: RoadNetwork;

  constructor(network: RoadNetwork) {
    this.#network = network;
  }

  startAt(first: number, search: UpwardSearchResult): void {
    this.edges.push(first);
    this.reachedAt.push(search.timeTo[first] ?? 0);
  }

  along(from: number, to: number, middle: number, time: number): void {
    if (middle < 0) {
      this.edges.push(to);
      this.reachedAt.push((this.reachedAt[this.reachedAt.length - 1] ?? 0) + time);
      return;
    }
    const { up, down } = this.#network;
    const first = arcBetween(down, middle, from);
    const second = arcBetween(up, middle, to);
    this.along(from, middle, down.middle[first] ?? -1, down.time[first] ?? 0);
    this.along(middle, to, up.middle[second] ?? -1, up.time[second] ?? 0);
  }
}

const arcBetween = ({ start, other }: ArcTable, node: number, wanted: number): number => {
  for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc += 1) if (other[arc] === wanted) return arc;
  throw new Error(`The road network's shortcut over ${node} leads nowhere`);
};
