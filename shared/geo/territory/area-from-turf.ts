import type { MultiPolygon, Polygon } from 'geojson';
import type { Area, Position } from '../../model/place.ts';
import { areaOf } from '../polygons-of.ts';

/** Turf's answer as an area of ours: positions of two numbers. */
export const areaFromTurf = (geometry: Polygon | MultiPolygon): Area => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return areaOf(polygons.map((rings) => rings.map((ring) => ring.map(positionOf))));
};

const positionOf = ([longitude = NaN, latitude = NaN]: readonly number[]): Position => [longitude, latitude];
