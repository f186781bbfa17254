import type { Area, Position } from '../model/place.ts';
import { localPlane } from './local-plane.ts';
import { polygonsOf } from './polygons-of.ts';

/** How far the nearest stretch of an area's border is from a point, in metres, inside or outside; exact to a percent within some kilometres. */
export const metresToBorder = (point: Position, area: Area): number => {
  const toPlane = localPlane(point);
  let nearest = Infinity;
  for (const ring of polygonsOf(area).flat()) {
    let from = ring[0] && toPlane(ring[0]);
    for (const corner of ring.slice(1)) {
      const to = toPlane(corner);
      if (from) nearest = Math.min(nearest, metresToStretch(from, to));
      from = to;
    }
  }
  return nearest;
};

type Flat = readonly [east: number, north: number];

/** From the origin of the plane. */
const metresToStretch = ([x1, y1]: Flat, [x2, y2]: Flat): number => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / squared));
  return Math.hypot(x1 + share * dx, y1 + share * dy);
};
