import type { Position } from '../../shared/model/place.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels that web/map/map-view.ts leaves free, and degrees that web/technician/day-on-map.ts does, around what is shown. */
const padding = 24;
const margin = 0.006;

/** Where on the screen a position lies on the phone's map of all these, which nobody has moved since it was opened. */
export const placeOnMap = (position: Position, all: readonly Position[], box: Box): { x: number; y: number } => {
  const longitudes = all.map(([longitude]) => longitude);
  const latitudes = all.map(([, latitude]) => latitude);
  const [left, bottom] = mercator([Math.min(...longitudes) - margin, Math.min(...latitudes) - margin]);
  const [right, top] = mercator([Math.max(...longitudes) + margin, Math.max(...latitudes) + margin]);
  const [x, y] = mercator(position);
  const scale = Math.min((box.width - 2 * padding) / (right - left), (box.height - 2 * padding) / (bottom - top));
  return {
    x: box.x + box.width / 2 + (x - (left + right) / 2) * scale,
    y: box.y + box.height / 2 + (y - (top + bottom) / 2) * scale,
  };
};

/** Web Mercator in radians, y to the south. */
const mercator = ([longitude, latitude]: Position): readonly [number, number] => [
  (longitude * Math.PI) / 180,
  -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
];
