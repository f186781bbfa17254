import type { RoadGraph } from '../../../../shared/geo/road/build/road-graph.ts';
import { manyToMany } from '../../../../shared/geo/road/many-to-many.ts';
import type { RoadPoint } from '../../../../shared/geo/road/nearest-road.ts';
import type { RoadNetwork } from '../../../../shared/geo/road/road-network.ts';
import { searchesOf } from '../../../../shared/geo/road/searches-of.ts';
import { seededRandom } from '../../../../shared/routing/seeded-random.ts';
import { plainDijkstra } from './plain-dijkstra.ts';

/** How many pairs of random places on the roads a network's table answers otherwise than plain Dijkstra does. */
export const differingPairs = (
  network: RoadNetwork,
  graph: RoadGraph,
  { sources, targets, seed }: { sources: number; targets: number; seed: number },
): { pairs: number; differing: number } => {
  const random = seededRandom(seed);
  const places = (count: number): RoadPoint[] =>
    Array.from({ length: count }, () => ({
      chain: Math.floor(random() * network.facts.chains),
      share: random(),
      position: [0, 0],
      metres: 0,
    }));
  const [from, to] = [places(sources), places(targets)];
  const { weights } = manyToMany(network, searchesOf(network), from, to);
  const exact = from.flatMap((source) => {
    const { weightTo } = plainDijkstra(graph, source);
    return to.map(weightTo);
  });
  return { pairs: exact.length, differing: exact.filter((weight, cell) => weight !== weights[cell]).length };
};
