import { KeyHeap } from '../key-heap.ts';
import { ArcLists } from './arc-lists.ts';
import type { RoadGraph } from './road-graph.ts';
import { WitnessSearch } from './witness-search.ts';

/** Arcs and the order in which nodes were contracted: 0 was the first, the least important. */
export interface Contracted {
  readonly arcs: ArcLists;
  readonly rank: Int32Array;
}

/** How many nodes a search for a way around may look at: few to guess what a contraction would cost, more to carry it out. */
const guessNodes = 40;
const searchNodes = 400;

/** Contraction hierarchy (Geisberger, Sanders, Schultes, Delling 2008) over edges and turns, so that turn costs and restrictions are exact. */
export const contract = (graph: RoadGraph, onProgress: (share: number) => void = () => {}): Contracted => {
  const work = new Contraction(graph);
  work.run(onProgress);
  return { arcs: work.arcs, rank: work.rank };
};

class Contraction {
  readonly arcs: ArcLists;
  readonly rank: Int32Array;
  readonly #level: Int32Array;
  readonly #witness: WitnessSearch;

  constructor(graph: RoadGraph) {
    this.arcs = new ArcLists(graph);
    this.rank = new Int32Array(graph.edgeChain.length).fill(-1);
    this.#level = new Int32Array(graph.edgeChain.length);
    this.#witness = new WitnessSearch(this.arcs);
  }

  /** Takes the least important node, again and again. Importance changes as others go, so it is asked anew when a node's turn comes. */
  run(onProgress: (share: number) => void): void {
    const count = this.rank.length;
    const queue = new KeyHeap();
    for (let node = 0; node < count; node += 1) queue.push(this.#importance(node), node);
    for (let done = 0; done < count;) {
      const node = queue.pop();
      if (node < 0) break;
      const importance = this.#importance(node);
      if (queue.size > 0 && importance > queue.leastKey()) {
        queue.push(importance, node);
        continue;
      }
      this.#contractNode(node);
      this.rank[node] = done;
      done += 1;
      if (done % 1024 === 0) onProgress(done / count);
    }
    onProgress(1);
  }

  /** Low for nodes that few shortcuts replace and under which no deep hierarchy lies yet. */
  #importance(node: number): number {
    const { arcs } = this;
    let [removed, removedHops, added, addedHops] = [0, 0, 0, 0];
    for (let arc = arcs.firstOut[node] ?? -1; arc >= 0; arc = arcs.nextOut[arc] ?? -1) {
      removed += 1;
      removedHops += arcs.hops[arc] ?? 0;
    }
    for (let arc = arcs.firstIn[node] ?? -1; arc >= 0; arc = arcs.nextIn[arc] ?? -1) {
      removed += 1;
      removedHops += arcs.hops[arc] ?? 0;
    }
    this.#shortcuts(node, guessNodes, (into, out) => {
      added += 1;
      addedHops += (arcs.hops[into] ?? 0) + (arcs.hops[out] ?? 0);
    });
    const share = removed === 0 ? 0 : (1000 * added) / removed + (1000 * addedHops) / removedHops;
    return Math.round(1000 * (this.#level[node] ?? 0) + share);
  }

  #contractNode(node: number): void {
    const { arcs } = this;
    const wanted: [number, number][] = [];
    this.#shortcuts(node, searchNodes, (into, out) => wanted.push([into, out]));
    for (let arc = arcs.firstOut[node] ?? -1; arc >= 0; arc = arcs.nextOut[arc] ?? -1)
      this.#raise(arcs.to[arc] ?? 0, node);
    for (let arc = arcs.firstIn[node] ?? -1; arc >= 0; arc = arcs.nextIn[arc] ?? -1)
      this.#raise(arcs.from[arc] ?? 0, node);
    arcs.detach(node);
    for (const [into, out] of wanted) {
      arcs.add(arcs.from[into] ?? 0, arcs.to[out] ?? 0, {
        weight: (arcs.weight[into] ?? 0) + (arcs.weight[out] ?? 0),
        time: (arcs.time[into] ?? 0) + (arcs.time[out] ?? 0),
        length: (arcs.length[into] ?? 0) + (arcs.length[out] ?? 0),
        middle: node,
        hops: (arcs.hops[into] ?? 0) + (arcs.hops[out] ?? 0),
      });
    }
  }

  #raise(neighbour: number, gone: number): void {
    this.#level[neighbour] = Math.max(this.#level[neighbour] ?? 0, (this.#level[gone] ?? 0) + 1);
  }

  /** Tells every pair of an arc in and an arc out that no other way replaces. */
  #shortcuts(node: number, mostNodes: number, tell: (into: number, out: number) => void): void {
    const { arcs } = this;
    const { weight, to, from, nextOut, nextIn } = arcs;
    const firstOut = arcs.firstOut[node] ?? -1;
    let heaviestOut = -1;
    for (let out = firstOut; out >= 0; out = nextOut[out] ?? -1) heaviestOut = Math.max(heaviestOut, weight[out] ?? 0);
    if (heaviestOut < 0) return;
    for (let into = arcs.firstIn[node] ?? -1; into >= 0; into = nextIn[into] ?? -1) {
      const start = from[into] ?? 0;
      const first = weight[into] ?? 0;
      const onlyBack = nextOut[firstOut] === -1 && to[firstOut] === start;
      if (!onlyBack) this.#witness.run(start, node, first + heaviestOut, mostNodes);
      for (let out = firstOut; out >= 0; out = nextOut[out] ?? -1) {
        const end = to[out] ?? 0;
        const isLoop = end === start;
        if (isLoop || (this.#witness.weightTo[end] ?? 0) > first + (weight[out] ?? 0)) tell(into, out);
      }
    }
  }
}
