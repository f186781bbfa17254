import { farthest } from '../farthest.ts';
import { KeyHeap } from '../key-heap.ts';
import type { ArcLists } from './arc-lists.ts';

/** Looks for ways around a node that is about to be contracted: a bounded Dijkstra. Finding none costs a needless shortcut, never a wrong answer. */
export class WitnessSearch {
  readonly #arcs: ArcLists;
  readonly #heap = new KeyHeap();
  readonly #touched: Int32Array;
  #touchedCount = 0;
  /** Weight of the best way found so far to each node. */
  readonly weightTo: Int32Array;

  constructor(arcs: ArcLists) {
    this.#arcs = arcs;
    this.weightTo = new Int32Array(arcs.firstOut.length).fill(farthest);
    this.#touched = new Int32Array(arcs.firstOut.length);
  }

  /** Searches from `start` without passing `avoided`, up to a weight and a number of nodes. */
  run(start: number, avoided: number, mostWeight: number, mostNodes: number): void {
    const { to, weight, firstOut, nextOut } = this.#arcs;
    const { weightTo } = this;
    const heap = this.#heap;
    this.#forget();
    this.#reach(start, 0);
    for (let settled = 0; settled < mostNodes;) {
      const node = heap.pop();
      if (node < 0 || heap.key > mostWeight) return;
      const done = heap.key;
      if (done > (weightTo[node] ?? 0)) continue;
      settled += 1;
      for (let arc = firstOut[node] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) {
        const next = to[arc] ?? 0;
        const total = done + (weight[arc] ?? 0);
        if (next !== avoided && total <= mostWeight && total < (weightTo[next] ?? 0)) this.#reach(next, total);
      }
    }
  }

  #reach(node: number, weight: number): void {
    if (this.weightTo[node] === farthest) {
      this.#touched[this.#touchedCount] = node;
      this.#touchedCount += 1;
    }
    this.weightTo[node] = weight;
    this.#heap.push(weight, node);
  }

  #forget(): void {
    for (let i = 0; i < this.#touchedCount; i += 1) this.weightTo[this.#touched[i] ?? 0] = farthest;
    this.#touchedCount = 0;
    this.#heap.clear();
  }
}
