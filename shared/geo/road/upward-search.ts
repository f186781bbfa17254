import { farthest } from './farthest.ts';
import { KeyHeap } from './key-heap.ts';
import type { ArcTable } from './road-network.ts';

/**
 * Dijkstra from some nodes to more important ones only: a few hundred nodes on a city. Nodes that a more important one
 * reaches more cheaply are stalled: no shortest way goes over them (Geisberger et al. 2008, stall-on-demand).
 */
export class UpwardSearch {
  readonly weightTo: Int32Array;
  readonly timeTo: Int32Array;
  readonly lengthTo: Int32Array;
  /** The arc by which a node was reached, -1 where the search began there. */
  readonly arcTo: Int32Array;
  /** Nodes that were settled and not stalled, in order of weight. */
  readonly settled: Int32Array;
  settledCount = 0;
  readonly #ways: ArcTable;
  readonly #back: ArcTable;
  readonly #heap = new KeyHeap();
  readonly #touched: Int32Array;
  #touchedCount = 0;

  /** `ways` are the arcs to follow, `back` those that lead the other way between the same nodes. */
  constructor(ways: ArcTable, back: ArcTable) {
    const count = ways.start.length - 1;
    this.#ways = ways;
    this.#back = back;
    this.weightTo = new Int32Array(count).fill(farthest);
    this.timeTo = new Int32Array(count);
    this.lengthTo = new Int32Array(count);
    this.arcTo = new Int32Array(count);
    this.settled = new Int32Array(count);
    this.#touched = new Int32Array(count);
  }

  /** Forgets the search before; what it found is gone. */
  begin(): void {
    for (let i = 0; i < this.#touchedCount; i += 1) this.weightTo[this.#touched[i] ?? 0] = farthest;
    this.#touchedCount = 0;
    this.settledCount = 0;
    this.#heap.clear();
  }

  /** Lets the search begin at a node with what it costs to be there; below zero where a target lies before an edge's end. */
  from(node: number, weight: number, time: number, length: number): void {
    if (weight < (this.weightTo[node] ?? 0)) this.#reach(node, weight, time, length, -1);
  }

  run(): void {
    const { start, other, weight, time, length } = this.#ways;
    const { weightTo, timeTo, lengthTo } = this;
    const heap = this.#heap;
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      const done = heap.key;
      if (done > (weightTo[node] ?? 0) || this.#isStalled(node, done)) continue;
      this.settled[this.settledCount] = node;
      this.settledCount += 1;
      const end = start[node + 1] ?? 0;
      for (let arc = start[node] ?? 0; arc < end; arc += 1) {
        const next = other[arc] ?? 0;
        const total = done + (weight[arc] ?? 0);
        if (total >= (weightTo[next] ?? 0)) continue;
        this.#reach(
          next,
          total,
          (timeTo[node] ?? 0) + (time[arc] ?? 0),
          (lengthTo[node] ?? 0) + (length[arc] ?? 0),
          arc,
        );
      }
    }
  }

  #isStalled(node: number, done: number): boolean {
    const { start, other, weight } = this.#back;
    const { weightTo } = this;
    const end = start[node + 1] ?? 0;
    for (let arc = start[node] ?? 0; arc < end; arc += 1) {
      if ((weightTo[other[arc] ?? 0] ?? 0) + (weight[arc] ?? 0) < done) return true;
    }
    return false;
  }

  #reach(node: number, weight: number, time: number, length: number, arc: number): void {
    if (this.weightTo[node] === farthest) {
      this.#touched[this.#touchedCount] = node;
      this.#touchedCount += 1;
    }
    this.weightTo[node] = weight;
    this.timeTo[node] = time;
    this.lengthTo[node] = length;
    this.arcTo[node] = arc;
    this.#heap.push(weight, node);
  }
}
