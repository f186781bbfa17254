import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestRoad } from '../../../shared/geo/road/nearest-road.ts';
import { readNetwork } from '../../../shared/geo/road/network-file.ts';
import { roadRoute } from '../../../shared/geo/road/road-route.ts';
import { routeBetween } from '../../../shared/geo/road/route-between.ts';
import { searchesOf } from '../../../shared/geo/road/searches-of.ts';
import type { Position } from '../../../shared/model/place.ts';
import { roadNetworkKey } from '../../../shared/protocol/road-network-key.ts';

/** The line that one drives from place to place, both ends among its points. */
export type DrawnWays = (from: Position, to: Position) => readonly Position[];

/** Where no road network is at hand. */
export const straightWays: DrawnWays = (from, to) => [from, to];

/** Ways along an imported network; straight where it is absent or knows none. */
export const drawnWays = (folder: string, network: string | undefined): DrawnWays => {
  const path = network === undefined ? '' : join(folder, roadNetworkKey(network));
  if (!existsSync(path)) return straightWays;
  const read = readNetwork(new Uint8Array(readFileSync(path)).buffer);
  if (!read.ok) return straightWays;
  const roads = nearestRoad(read.network);
  const searches = searchesOf(read.network);
  return (from, to) => {
    const [a, b] = [roads.find(from), roads.find(to)];
    const path = a && b && routeBetween(read.network, searches, a, b);
    return path ? [from, ...roadRoute(read.network, path, a, b).line, to] : [from, to];
  };
};
