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
  // Nothing hot stands in this loop, nor in that of bucketsOf: a compiler would copy the whole search into it, which a first table pays for.
  for (let row = 0; row < sources.length; row += 1) {
    const source = sources[row];
    if (!source) continue;
    search.begin();
    leaveFrom(network, search, source);
    search.run();
    collectRow(network, search, buckets, table, row * targets.length);
  }
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

/** One row: what the search settled, and what targets left there. */
const collectRow = (
  network: RoadNetwork,
  search: UpwardSearch,
  buckets: Buckets,
  table: RoadTable,
  row: number,
): void => {
  const { settled, settledCount } = search;
  for (let i = 0; i < settledCount; i += 1) collect(network, search, settled[i] ?? 0, buckets, table, row);
};

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
  if (from === to) return;
  const weightHere = search.weightTo[node] ?? 0;
  const timeHere = search.timeTo[node] ?? 0;
  const lengthHere = search.lengthTo[node] ?? 0;
  // Read before the loop and chosen inside it, so that a compiler has seen every operation before the first such case.
  const loopWeight = loop.weight[node] ?? farthest;
  const roundWeight = loopWeight < farthest ? loopWeight : 2 * farthest;
  const roundTime = loop.time[node] ?? 0;
  const roundLength = loop.length[node] ?? 0;
  for (let i = from; i < to; i += 1) {
    const cell = row + (target[i] ?? 0);
    const straight = weightHere + (weight[i] ?? 0);
    // Below zero the target lies behind the source on the same edge: one must come round again.
    const total = straight + (straight < 0 ? roundWeight : 0);
    if (total >= (weights[cell] ?? 0)) continue;
    weights[cell] = total;
    milliseconds[cell] = timeHere + (time[i] ?? 0) + (straight < 0 ? roundTime : 0);
    decimetres[cell] = lengthHere + (length[i] ?? 0) + (straight < 0 ? roundLength : 0);
  }
};

const bucketsOf = (network: RoadNetwork, search: UpwardSearch, targets: readonly RoadPoint[]): Buckets => {
  const left = new Entries();
  const counts = new Int32Array(network.edgeChain.length + 1);
  for (let target = 0; target < targets.length; target += 1) {
    const point = targets[target];
    if (!point) continue;
    search.begin();
    arriveAt(network, search, point);
    search.run();
    left.addAll(search, target, counts);
  }
  return left.byNode(counts);
};

/** Five numbers for each node that a target's search settled. */
class Entries {
  #data = new Int32Array(5 * 4096);
  #count = 0;

  /** What a search settled, counted by node in `counts`. */
  addAll(search: UpwardSearch, target: number, counts: Int32Array): void {
    const { settled, settledCount, weightTo, timeTo, lengthTo } = search;
    this.#reserve(settledCount);
    const data = this.#data;
    let at = 5 * this.#count;
    for (let i = 0; i < settledCount; i += 1, at += 5) {
      const node = settled[i] ?? 0;
      counts[node] = (counts[node] ?? 0) + 1;
      data[at] = node;
      data[at + 1] = target;
      data[at + 2] = weightTo[node] ?? 0;
      data[at + 3] = timeTo[node] ?? 0;
      data[at + 4] = lengthTo[node] ?? 0;
    }
    this.#count += settledCount;
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

  #reserve(more: number): void {
    const needed = 5 * (this.#count + more);
    if (needed <= this.#data.length) return;
    const data = new Int32Array(Math.max(needed, 2 * this.#data.length));
    data.set(this.#data);
    this.#data = data;
  }
}
