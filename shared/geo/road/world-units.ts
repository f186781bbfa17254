import type { Position } from '../../model/place.ts';

/** Spherical Mercator as whole numbers, 2^31 around the world (1.9 cm at the equator): near things compare right in both directions. */
export const worldSize = 2 ** 31;

const mostLatitude = 85;
const earthCircumferenceMetres = 2 * Math.PI * 6_371_008.8;

export const worldX = (longitude: number): number => Math.round(((longitude + 180) / 360) * (worldSize - 1));

/** Poles are cut off, as on every web map. */
export const worldY = (latitude: number): number => {
  const sine = Math.sin((Math.min(mostLatitude, Math.max(-mostLatitude, latitude)) * Math.PI) / 180);
  return Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize);
};

/** World units per metre at a place. */
export const unitsPerMetre = ([, latitude]: Position): number =>
  worldSize / (earthCircumferenceMetres * Math.cos((Math.min(mostLatitude, Math.abs(latitude)) * Math.PI) / 180));
