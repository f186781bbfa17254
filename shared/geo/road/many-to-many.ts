import { arriveAt, leaveFrom } from './edge-ends.ts';
import { farthest } from './farthest.ts';
import type { RoadPoint } from './nearest-road.ts';
import type { RoadNetwork } from './road-network.ts';
import type { UpwardSearch } from './upward-search.ts';

/** Ways from each source to each target, row by row; `farthest` where no road leads. */
export interface RoadTable {
  /** Milliseconds that count. */
  readonly weights: Int32Array;
  readonly milliseconds: Int32Array;
  readonly decimetres: Int32Array;
}

export interface Searches {
  readonly forward: UpwardSearch;
  readonly backward: UpwardSearch;
}

/** Many-to-many by buckets (Knopp, Sanders, Schultes, Schulz, Wagner 2007): targets leave their cost at the nodes above them, sources collect it there. */
export const manyToMany = (
  network: RoadNetwork,
  searches: Searches,
  sources: readonly RoadPoint[],
  targets: readonly RoadPoint[],
): RoadTable => {
  const buckets = bucketsOf(network, searches.backward, targets);
  const size = sources.length * targets.length;
  const table = {
    weights: new Int32Array(size).fill(farthest),
    milliseconds: new Int32Array(size).fill(farthest),
    decimetres: new Int32Array(size).fill(farthest),
  };
  const search = searches.forward;
  sources.forEach((source, row) => {
    search.begin();
    leaveFrom(network, search, source);
    search.run();
    for (let i = 0; i < search.settledCount; i += 1) {
      collect(network, search, search.settled[i] ?? 0, buckets, table, row * targets.length);
    }
  });
  return table;
};

/** What targets left, sorted by node: those of v stand from start[v] to start[v + 1]. */
interface Buckets {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Int32Array;
  readonly time: Int32Array;
  readonly length: Int32Array;
}

/** One row's share of one node's bucket. */
const collect = (
  { loop }: RoadNetwork,
  search: UpwardSearch,
  node: number,
  { start, target, weight, time, length }: Buckets,
  { weights, milliseconds, decimetres }: RoadTable,
  row: number,
): void => {
  const from = start[node] ?? 0;
  const to = start[node + 1] ?? 0;
  const weightHere = search.weightTo[node] ?? 0;
  const timeHere = search.timeTo[node] ?? 0;
  const lengthHere = search.lengthTo[node] ?? 0;
  for (let i = from; i < to; i += 1) {
    const cell = row + (target[i] ?? 0);
    const total = weightHere + (weight[i] ?? 0);
    if (total >= (weights[cell] ?? 0)) continue;
    if (total >= 0) {
      weights[cell] = total;
      milliseconds[cell] = timeHere + (time[i] ?? 0);
      decimetres[cell] = lengthHere + (length[i] ?? 0);
      continue;
    }
    // The target lies behind the source on the same edge: one must come round again.
    const round = total + (loop.weight[node] ?? 0);
    if ((loop.weight[node] ?? farthest) >= farthest || round >= (weights[cell] ?? 0)) continue;
    weights[cell] = round;
    milliseconds[cell] = timeHere + (time[i] ?? 0) + (loop.time[node] ?? 0);
    decimetres[cell] = lengthHere + (length[i] ?? 0) + (loop.length[node] ?? 0);
  }
};

const bucketsOf = (network: RoadNetwork, search: UpwardSearch, targets: readonly RoadPoint[]): Buckets => {
  const left = new Entries();
  const counts = new Int32Array(network.edgeChain.length + 1);
  targets.forEach((point, target) => {
    search.begin();
    arriveAt(network, search, point);
    search.run();
    left.reserve(search.settledCount);
    for (let i = 0; i < search.settledCount; i += 1) {
      const node = search.settled[i] ?? 0;
      counts[node] = (counts[node] ?? 0) + 1;
      left.add(node, target, search.weightTo[node] ?? 0, search.timeTo[node] ?? 0, search.lengthTo[node] ?? 0);
    }
  });
  return left.byNode(counts);
};

/** Five numbers for each node that a target's search settled. */
class Entries {
  #data = new Int32Array(5 * 4096);
  #count = 0;

  reserve(more: number): void {
    const needed = 5 * (this.#count + more);
    if (needed <= this.#data.length) return;
    const data = new Int32Array(Math.max(needed, 2 * this.#data.length));
    data.set(this.#data);
    this.#data = data;
  }

  add(node: number, target: number, weight: number, time: number, length: number): void {
    const data = this.#data;
    const at = 5 * this.#count;
    this.#count += 1;
    data[at] = node;
    data[at + 1] = target;
    data[at + 2] = weight;
    data[at + 3] = time;
    data[at + 4] = length;
  }

  /** Counting sort; `counts` becomes the starts. */
  byNode(counts: Int32Array): Buckets {
    let sum = 0;
    for (let node = 0; node < counts.length; node += 1) {
      const count = counts[node] ?? 0;
      counts[node] = sum;
      sum += count;
    }
    const next = counts.slice();
    const buckets = {
      start: counts,
      target: new Int32Array(sum),
      weight: new Int32Array(sum),
      time: new Int32Array(sum),
      length: new Int32Array(sum),
    };
    for (let at = 0; at < 5 * this.#count; at += 5) {
      const node = this.#data[at] ?? 0;
      const to = next[node] ?? 0;
      next[node] = to + 1;
      buckets.target[to] = this.#data[at + 1] ?? 0;
      buckets.weight[to] = this.#data[at + 2] ?? 0;
      buckets.time[to] = this.#data[at + 3] ?? 0;
      buckets.length[to] = this.#data[at + 4] ?? 0;
    }
    return buckets;
  }
}
