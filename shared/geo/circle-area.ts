import type { Polygon, Position } from '../model/place.ts';

const corners = 32;
/** Metres of a degree of latitude, on the same sphere as distances. */
const metresPerDegree = (6_371_008.8 * Math.PI) / 180;

/** A circle around a place as a polygon of 32 corners: for drawing, good to half a percent below some kilometres. */
export const circleArea = ([longitude, latitude]: Position, radiusMetres: number): Polygon => {
  const north = radiusMetres / metresPerDegree;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  const ring = Array.from({ length: corners + 1 }, (_, i): Position => {
    const turn = (2 * Math.PI * (i % corners)) / corners;
    return [longitude + east * Math.cos(turn), latitude + north * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [ring] };
};
