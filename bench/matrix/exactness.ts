import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RoadGraph } from '../../shared/geo/road/build/road-graph.ts';
import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { differingPairs } from '../../test/shared/geo/road/differing-pairs.ts';
import { atMost, type Figure } from '../bench-record.ts';
import { importedRoads } from './imported-roads.ts';

const sizes = { sources: 25, targets: 100 };

/** Of 2,500 random pairs, how many the hierarchy answers otherwise than plain Dijkstra over the same turns. */
export const exactness = (name: string, network: RoadNetwork, graph: RoadGraph, seed: number): Figure => {
  const { pairs, differing } = differingPairs(network, graph, { ...sizes, seed });
  return atMost(`${name}-differs-from-dijkstra`, differing, `of ${pairs} pairs`, 0);
};

/** Imports the other shared extracts, each from file to network, where they are there. */
export const otherExtracts = (folder: string, seed: number): Figure[] =>
  ['columbus', 'sf-downtown'].flatMap((name) => {
    const file = join(folder, `${name}.osm.pbf`);
    if (!existsSync(file)) {
      console.log(`no extract ${name}: it is not imported`);
      return [];
    }
    const before = process.cpuUsage();
    const { network, graph } = importedRoads(file);
    const { user, system } = process.cpuUsage(before);
    return [atMost(`${name}-import`, (user + system) / 1e6, 'CPU s', 60), exactness(name, network, graph, seed)];
  });
