import type { Position } from '../model/place.ts';

/** Mean metres of a degree of latitude, on the same sphere as distances. */
const metresPerDegree = (6_371_008.8 * Math.PI) / 180;

/** Metres east and north of a middle: an equirectangular plane, good to a percent over some tens of kilometres, across the date line too. */
export const localPlane = ([middleLongitude, middleLatitude]: Position) => {
  const eastwards = metresPerDegree * Math.cos((middleLatitude * Math.PI) / 180);
  return ([longitude, latitude]: Position): [east: number, north: number] => [
    turnOf(longitude - middleLongitude) * eastwards,
    (latitude - middleLatitude) * metresPerDegree,
  ];
};

/** Between -180 and 180: the short way around the earth. */
const turnOf = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees);
