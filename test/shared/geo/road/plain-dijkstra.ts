import type { RoadGraph } from '../../../../shared/geo/road/build/road-graph.ts';
import { farthest } from '../../../../shared/geo/road/farthest.ts';
import { KeyHeap } from '../../../../shared/geo/road/key-heap.ts';
import type { RoadPoint } from '../../../../shared/geo/road/nearest-road.ts';

/** Dijkstra as the textbook has it, over edges and turns without any hierarchy: what the network must agree with. */
export const plainDijkstra = (graph: RoadGraph, from: RoadPoint) => {
  const count = graph.edgeChain.length;
  const heap = new KeyHeap();
  /** Until an edge's end: where one starts on it, and where one came to it by a turn. */
  const atStart = new Int32Array(count).fill(farthest);
  const byTurn = new Int32Array(count).fill(farthest);
  graph.edgeChain.forEach((code, edge) => {
    if (code >> 1 !== from.chain) return;
    atStart[edge] = leftOf(graph, edge, from.share);
    heap.push(atStart[edge] ?? 0, edge);
  });
  const best = (edge: number) => Math.min(atStart[edge] ?? 0, byTurn[edge] ?? 0);
  for (let edge = heap.pop(); edge >= 0; edge = heap.pop()) {
    if (heap.key > best(edge)) continue;
    for (let at = graph.turnStart[edge] ?? 0; at < (graph.turnStart[edge + 1] ?? 0); at += 1) {
      const to = graph.turnTo[at] ?? 0;
      const total = best(edge) + (graph.turnWeight[at] ?? 0) + (graph.edgeWeight[to] ?? 0);
      if (total >= (byTurn[to] ?? 0)) continue;
      const wasBest = best(to);
      byTurn[to] = total;
      if (total < wasBest) heap.push(total, to);
    }
  }
  const weightTo = (to: RoadPoint): number => {
    let least = farthest;
    graph.edgeChain.forEach((code, edge) => {
      if (code >> 1 !== to.chain) return;
      const left = leftOf(graph, edge, to.share);
      if ((byTurn[edge] ?? farthest) < farthest) least = Math.min(least, (byTurn[edge] ?? 0) - left);
      const straight = (atStart[edge] ?? farthest) - left;
      if ((atStart[edge] ?? farthest) < farthest && straight >= 0) least = Math.min(least, straight);
    });
    return least;
  };
  return { weightTo };
};

const leftOf = ({ edgeChain, edgeWeight }: RoadGraph, edge: number, share: number): number =>
  Math.round((edgeWeight[edge] ?? 0) * ((edgeChain[edge] ?? 0) & 1 ? share : 1 - share));
