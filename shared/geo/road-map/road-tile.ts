/** A square of the web map's grid (Mercator, 2^zoom squares along each side, y from the north). */
export interface RoadTile {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** Zooms whose roads are asked for; between two, those of the lower are drawn. */
export const roadTileZooms = [6, 8, 10, 12, 14] as const;
