import { describe, expect, it } from 'vitest';
import type { RoadGraph } from '../../../../shared/geo/road/build/road-graph.ts';
import { manyToMany } from '../../../../shared/geo/road/many-to-many.ts';
import type { RoadPoint } from '../../../../shared/geo/road/nearest-road.ts';
import { oneToAll } from '../../../../shared/geo/road/one-to-all.ts';
import { readNetwork, writeNetwork } from '../../../../shared/geo/road/network-file.ts';
import type { RoadNetwork } from '../../../../shared/geo/road/road-network.ts';
import { routeBetween } from '../../../../shared/geo/road/route-between.ts';
import { searchesOf } from '../../../../shared/geo/road/searches-of.ts';
import { seededRandom } from '../../../../shared/routing/seeded-random.ts';
import { aRandomRoadSource, builtRoads, carTurnCosts } from '../../../builders/a-road-source.ts';
import { plainDijkstra } from './plain-dijkstra.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

const somePoints = (network: RoadNetwork, seed: number, count: number): RoadPoint[] => {
  const random = seededRandom(seed);
  const few = Math.max(1, Math.min(network.facts.chains, 12));
  return Array.from({ length: count }, () => ({
    chain: Math.floor(random() * few),
    share: random(),
    position: [0, 0],
    metres: 0,
  }));
};

/** The least weight of driving some roads one after another by allowed turns, each whole but the first; Infinity where a turn between them is not allowed. */
const weightAlong = (graph: RoadGraph, codes: readonly number[]): number => {
  const starts = [...graph.edgeChain.keys()].filter((edge) => graph.edgeChain[edge] === codes[0]);
  let reached = new Map(starts.map((edge): [number, number] => [edge, 0]));
  for (const code of codes.slice(1)) {
    const next = new Map<number, number>();
    for (const [edge, weight] of reached) {
      for (let at = graph.turnStart[edge] ?? 0; at < (graph.turnStart[edge + 1] ?? 0); at += 1) {
        const to = graph.turnTo[at] ?? 0;
        const total = weight + (graph.turnWeight[at] ?? 0) + (graph.edgeWeight[to] ?? 0);
        if (graph.edgeChain[to] === code) next.set(to, Math.min(total, next.get(to) ?? Infinity));
      }
    }
    reached = next;
  }
  return Math.min(...reached.values());
};

describe.each(seeds)('random roads %i with one-way streets, restrictions, barriers and islands', (seed) => {
  const { graph, network } = builtRoads(aRandomRoadSource(seed, 30 + seed * 4), carTurnCosts);
  const points = network.facts.chains === 0 ? [] : somePoints(network, seed, 24);
  const exact = points.map((from) => points.map((to) => plainDijkstra(graph, from).weightTo(to)));

  it('answer a table as plain Dijkstra does, read back from their file too', () => {
    const read = readNetwork(writeNetwork(network).buffer);
    if (!read.ok) throw new Error(read.detail);
    const { weights } = manyToMany(read.network, searchesOf(read.network), points, points);
    expect([...weights]).toEqual(exact.flat());
  });

  it('give routes whose edges follow one another by allowed turns and sum up to the table', () => {
    const searches = searchesOf(network);
    const table = manyToMany(network, searches, points, points);
    points.forEach((from, i) =>
      points.forEach((to, j) => {
        const route = routeBetween(network, searches, from, to);
        expect(route?.weight).toBe(exact[i]?.[j] === 0x3fffffff ? undefined : exact[i]?.[j]);
        if (!route) return;
        expect(table.weights[i * points.length + j]).toBe(route.weight);
        const whole = weightAlong(
          graph,
          route.edges.map((edge) => network.edgeChain[edge] ?? -1),
        );
        const left = (edge: number, share: number) =>
          Math.round((network.edgeWeight[edge] ?? 0) * ((network.edgeChain[edge] ?? 0) & 1 ? share : 1 - share));
        const [first = -1, last = -1] = [route.edges[0], route.edges.at(-1)];
        expect(left(first, from.share) + whole - left(last, to.share)).toBe(route.weight);
      }),
    );
  });

  it('reach every edge from one place as the table does', () => {
    for (const [i, from] of points.entries()) {
      const arrivals = oneToAll(network, [from]);
      const table = manyToMany(network, searchesOf(network), [from], points);
      points.forEach((to, j) => {
        if (to.chain === from.chain) return;
        const seconds = (table.milliseconds[j] ?? 0) / 1000;
        if ((exact[i]?.[j] ?? 0) >= 0x3fffffff) expect(arrivals.secondsTo(to)).toBe(Infinity);
        else expect(arrivals.secondsTo(to)).toBeLessThanOrEqual(seconds + 0.002);
      });
    }
  });
});
