import type { RoadNetwork } from '../../../shared/geo/road/road-network.ts';
import type { RoadTile } from '../../../shared/geo/road-map/road-tile.ts';
import { roadsInTile, type RoadLines } from '../../../shared/geo/road-map/roads-in-tile.ts';
import type { RoadTileAnswer } from '../../../shared/protocol/endpoints/road-tiles.ts';
import * as endpoints from '../../../shared/protocol/endpoints/road-tiles.ts';
import type { GeographyDeps } from '../geography-deps.ts';
import { customerRoute, staffRoute, type Route } from '../route.ts';
import { tenantRoads } from '../tenant-roads.ts';

interface Asking {
  readonly deps: GeographyDeps;
  readonly tenantId: string;
  readonly params: RoadTile;
}

const answer = async ({ deps, tenantId, params }: Asking): Promise<RoadTileAnswer> => {
  const drawn = (await tenantRoads(deps, tenantId)).map((network) => ({ network, lines: keptLines(network, params) }));
  const seen = drawn.filter(({ lines }) => Object.values(lines).some(({ length }) => length > 0));
  return {
    type: 'FeatureCollection',
    features: seen.flatMap(({ lines }) => featuresOf(lines)),
    attributions: [...new Set(seen.map(({ network }) => network.facts.attribution))],
  };
};

export const roadTileRoutes: readonly Route[] = [
  staffRoute(endpoints.getRoadTile, answer),
  customerRoute(endpoints.getReportRoadTile, answer),
  customerRoute(endpoints.getVisitRoadTile, answer),
];

/** Squares drawn last, by network: some 100 KB each. An imported anew network is another one. */
const mostKept = 60;
const kept = new WeakMap<RoadNetwork, Map<string, RoadLines>>();

const keptLines = (network: RoadNetwork, tile: RoadTile): RoadLines => {
  const tiles = kept.get(network) ?? new Map<string, RoadLines>();
  kept.set(network, tiles);
  const key = `${tile.zoom}/${tile.x}/${tile.y}`;
  const lines = tiles.get(key) ?? roadsInTile(network, tile);
  tiles.delete(key);
  tiles.set(key, lines);
  const [oldest] = tiles.keys();
  if (tiles.size > mostKept && oldest !== undefined) tiles.delete(oldest);
  return lines;
};

/** The least first, so that the greater lie above them. */
const featuresOf = (lines: RoadLines): RoadTileAnswer['features'] =>
  (['minor', 'middle', 'major'] as const)
    .filter((weight) => lines[weight].length > 0)
    .map((weight) => ({
      type: 'Feature',
      properties: { weight },
      geometry: { type: 'MultiLineString', coordinates: lines[weight] },
    }));
