import type { Position } from '../model/place.ts';

/** Mean earth radius as Turf has it (IUGG), in metres. */
const earthRadiusMetres = 6_371_008.8;
const radians = Math.PI / 180;

/** Great-circle distance in metres. The haversine is written out because matrices call it millions of times; a test holds it to Turf's. */
export const metresBetween = (from: Position, to: Position): number => {
  const fromLatitude = from[1] * radians;
  const toLatitude = to[1] * radians;
  const sinLatitude = Math.sin((toLatitude - fromLatitude) / 2);
  const sinLongitude = Math.sin(((to[0] - from[0]) * radians) / 2);
  const chord = sinLatitude * sinLatitude + Math.cos(fromLatitude) * Math.cos(toLatitude) * sinLongitude * sinLongitude;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
};
