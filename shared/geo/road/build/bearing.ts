import type { Position } from '../../../model/place.ts';
import { metresBetween } from '../../distance.ts';

const degrees = 180 / Math.PI;

/** Direction from one point to another near it, in degrees clockwise from north. */
export const bearing = (from: Position, to: Position): number => {
  const east = wrapped(to[0] - from[0]) * Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
  return Math.atan2(east, to[1] - from[1]) * degrees;
};

/** How far one turns from one direction to another: -180 to 180, to the right positive. */
export const turnAngle = (from: number, to: number): number => wrapped(to - from);

/** Direction in which a line leaves its first point, looking so many metres along it. */
export const leavingBearing = (line: readonly Position[], lookMetres: number): number => {
  const [first] = line;
  if (!first) return 0;
  let left = lookMetres;
  let before = first;
  for (const point of line.slice(1)) {
    left -= metresBetween(before, point);
    before = point;
    if (left <= 0) break;
  }
  return bearing(first, before);
};

/** Into -180 to 180, as longitudes and angles go round. */
export const wrapped = (value: number): number => value - 360 * Math.round(value / 360);
