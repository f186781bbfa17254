import { roadTileZooms, type RoadTile } from '../../shared/geo/road-map/road-tile.ts';
import type { Bounds } from './bounds.ts';

/** More are not asked for at once: a screen shows some nine. */
const most = 30;

/** The squares of roads that a view needs; none from so far out that no road would be seen. */
export const roadTilesInView = ([west, south, east, north]: Bounds, viewZoom: number): RoadTile[] => {
  const zoom = roadTileZooms.findLast((one) => one <= viewZoom);
  if (zoom === undefined) return [];
  const across = 2 ** zoom;
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * across);
  const row = (latitude: number) => Math.min(across - 1, Math.max(0, Math.floor(mercatorShare(latitude) * across)));
  const tiles: RoadTile[] = [];
  for (let x = column(west); x <= column(east) && tiles.length < most; x += 1) {
    // A view over the date line goes on at the other side.
    for (let y = row(north); y <= row(south) && tiles.length < most; y += 1)
      tiles.push({ zoom, x: ((x % across) + across) % across, y });
  }
  return tiles;
};

/** How far from the north a latitude lies on a web map, 0 to 1. */
const mercatorShare = (latitude: number): number => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};
