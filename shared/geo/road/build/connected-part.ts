import type { RoadGraph } from './road-graph.ts';

/** A part is kept when it has this share of the largest one's edges: islands of some size, no car parks. */
const leastShare = 0.02;

export interface ConnectedPart {
  readonly graph: RoadGraph;
  readonly parts: number;
  readonly edgesDropped: number;
}

/** Keeps only edges from which one can go on and come back (large strongly connected components), so that no place is joined to a trap. */
export const connectedPart = (graph: RoadGraph): ConnectedPart => {
  const component = components(graph);
  const sizes = new Map<number, number>();
  for (const id of component) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const least = Math.max(2, [...sizes.values()].reduce((a, b) => Math.max(a, b), 0) * leastShare);
  const kept = [...component.keys()].filter((edge) => (sizes.get(component[edge] ?? 0) ?? 0) >= least);
  const parts = [...sizes.values()].filter((size) => size >= least).length;
  return { graph: restricted(graph, kept), parts, edgesDropped: component.length - kept.length };
};

/** Tarjan 1972, with a stack of its own: roads are deeper than the program's. */
const components = ({ edgeChain, turnStart, turnTo }: RoadGraph): Int32Array => {
  const count = edgeChain.length;
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const next = Uint32Array.from(turnStart.subarray(0, count));
  const path: number[] = [];
  const open: number[] = [];
  let clock = 0;
  for (let start = 0; start < count; start += 1) {
    if (order[start] !== -1) continue;
    path.push(start);
    while (path.length > 0) {
      const edge = path[path.length - 1] ?? 0;
      if (order[edge] === -1) {
        order[edge] = low[edge] = clock++;
        open.push(edge);
      }
      const at = next[edge] ?? 0;
      if (at < (turnStart[edge + 1] ?? 0)) {
        next[edge] = at + 1;
        const to = turnTo[at] ?? 0;
        if (order[to] === -1) path.push(to);
        else if (component[to] === -1) low[edge] = Math.min(low[edge] ?? 0, order[to] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[edge] ?? 0);
      if (low[edge] !== order[edge]) continue;
      for (let member = -1; member !== edge;) {
        member = open.pop() ?? edge;
        component[member] = edge;
      }
    }
  }
  return component;
};

const restricted = (graph: RoadGraph, kept: readonly number[]): RoadGraph => {
  const renamed = new Int32Array(graph.edgeChain.length).fill(-1);
  kept.forEach((edge, index) => (renamed[edge] = index));
  const chainUsed = new Set(kept.map((edge) => (graph.edgeChain[edge] ?? 0) >> 1));
  const chainIds = [...chainUsed].sort((a, b) => a - b);
  const chainNames = new Map(chainIds.map((chain, index) => [chain, index]));
  const [turnStart, turns] = [new Uint32Array(kept.length + 1), [] as number[]];
  kept.forEach((edge, index) => {
    for (let at = graph.turnStart[edge] ?? 0; at < (graph.turnStart[edge + 1] ?? 0); at += 1) {
      if ((renamed[graph.turnTo[at] ?? 0] ?? -1) >= 0) turns.push(at);
    }
    turnStart[index + 1] = turns.length;
  });
  const chainOf = (edge: number): number => {
    const code = graph.edgeChain[edge] ?? 0;
    return (chainNames.get(code >> 1) ?? 0) * 2 + (code & 1);
  };
  return {
    chains: chainIds.flatMap((chain) => graph.chains[chain] ?? []),
    edgeChain: Uint32Array.from(kept, chainOf),
    edgeWeight: Int32Array.from(kept, (edge) => graph.edgeWeight[edge] ?? 0),
    edgeTime: Int32Array.from(kept, (edge) => graph.edgeTime[edge] ?? 0),
    edgeLength: Int32Array.from(kept, (edge) => graph.edgeLength[edge] ?? 0),
    turnStart,
    turnTo: Uint32Array.from(turns, (at) => renamed[graph.turnTo[at] ?? 0] ?? 0),
    turnWeight: Int32Array.from(turns, (at) => graph.turnWeight[at] ?? 0),
    turnTime: Int32Array.from(turns, (at) => graph.turnTime[at] ?? 0),
  };
};
