import { farthest } from '../farthest.ts';
import type { RoadGraph } from './road-graph.ts';

/** What an arc costs and how it came to be. */
export interface ArcCost {
  readonly weight: number;
  readonly time: number;
  readonly length: number;
  /** The node that a shortcut goes over; -1 for a turn of the road itself. */
  readonly middle: number;
  /** Turns of the road inside it. */
  readonly hops: number;
}

/** The arcs between edges while the hierarchy is built: linked lists out of and into each node, in plain arrays. */
export class ArcLists {
  readonly firstOut: Int32Array;
  readonly firstIn: Int32Array;
  /** The shortest way from a node back to itself, for places behind one another on one road. */
  readonly loopWeight: Int32Array;
  readonly loopTime: Int32Array;
  readonly loopLength: Int32Array;
  readonly loopMiddle: Int32Array;
  from = new Int32Array(0);
  to = new Int32Array(0);
  weight = new Int32Array(0);
  time = new Int32Array(0);
  length = new Int32Array(0);
  middle = new Int32Array(0);
  hops = new Int32Array(0);
  nextOut = new Int32Array(0);
  nextIn = new Int32Array(0);
  #count = 0;

  constructor(graph: RoadGraph) {
    const nodes = graph.edgeChain.length;
    this.firstOut = new Int32Array(nodes).fill(-1);
    this.firstIn = new Int32Array(nodes).fill(-1);
    this.loopWeight = new Int32Array(nodes).fill(farthest);
    this.loopTime = new Int32Array(nodes);
    this.loopLength = new Int32Array(nodes);
    this.loopMiddle = new Int32Array(nodes).fill(-1);
    this.#reserve(graph.turnTo.length * 2);
    for (let edge = 0; edge < nodes; edge += 1) {
      for (let at = graph.turnStart[edge] ?? 0; at < (graph.turnStart[edge + 1] ?? 0); at += 1) {
        const to = graph.turnTo[at] ?? 0;
        const weight = (graph.turnWeight[at] ?? 0) + (graph.edgeWeight[to] ?? 0);
        const time = (graph.turnTime[at] ?? 0) + (graph.edgeTime[to] ?? 0);
        this.add(edge, to, { weight, time, length: graph.edgeLength[to] ?? 0, middle: -1, hops: 1 });
      }
    }
  }

  /** Adds an arc, or makes the one there cheaper; a way back to where it starts is kept aside as a loop. */
  add(from: number, to: number, cost: ArcCost): void {
    if (from === to) return this.#addLoop(from, cost);
    const existing = this.find(from, to);
    if (existing >= 0) {
      if (cost.weight < (this.weight[existing] ?? 0)) this.#set(existing, cost);
      return;
    }
    if (this.#count === this.from.length) this.#reserve(this.#count * 2);
    const arc = this.#count;
    this.#count += 1;
    this.from[arc] = from;
    this.to[arc] = to;
    this.#set(arc, cost);
    this.nextOut[arc] = this.firstOut[from] ?? -1;
    this.firstOut[from] = arc;
    this.nextIn[arc] = this.firstIn[to] ?? -1;
    this.firstIn[to] = arc;
  }

  find(from: number, to: number): number {
    for (let arc = this.firstOut[from] ?? -1; arc >= 0; arc = this.nextOut[arc] ?? -1) {
      if (this.to[arc] === to) return arc;
    }
    return -1;
  }

  /** Takes a node out of its neighbours' lists; its own lists keep what leads to those that stay. */
  detach(node: number): void {
    for (let arc = this.firstOut[node] ?? -1; arc >= 0; arc = this.nextOut[arc] ?? -1) {
      unlink(this.firstIn, this.nextIn, this.to[arc] ?? 0, arc);
    }
    for (let arc = this.firstIn[node] ?? -1; arc >= 0; arc = this.nextIn[arc] ?? -1) {
      unlink(this.firstOut, this.nextOut, this.from[arc] ?? 0, arc);
    }
  }

  #addLoop(node: number, { weight, time, length, middle }: ArcCost): void {
    if (weight >= (this.loopWeight[node] ?? 0)) return;
    this.loopWeight[node] = weight;
    this.loopTime[node] = time;
    this.loopLength[node] = length;
    this.loopMiddle[node] = middle;
  }

  #set(arc: number, { weight, time, length, middle, hops }: ArcCost): void {
    this.weight[arc] = weight;
    this.time[arc] = time;
    this.length[arc] = length;
    this.middle[arc] = middle;
    this.hops[arc] = hops;
  }

  #reserve(size: number): void {
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(Math.max(size, 16));
      array.set(old);
      return array;
    };
    this.from = larger(this.from);
    this.to = larger(this.to);
    this.weight = larger(this.weight);
    this.time = larger(this.time);
    this.length = larger(this.length);
    this.middle = larger(this.middle);
    this.hops = larger(this.hops);
    this.nextOut = larger(this.nextOut);
    this.nextIn = larger(this.nextIn);
  }
}

const unlink = (first: Int32Array, next: Int32Array, node: number, gone: number): void => {
  if (first[node] === gone) {
    first[node] = next[gone] ?? -1;
    return;
  }
  for (let arc = first[node] ?? -1; arc >= 0; arc = next[arc] ?? -1) {
    if (next[arc] !== gone) continue;
    next[arc] = next[gone] ?? -1;
    return;
  }
};
