import type { Area, Position } from '../../model/place.ts';
import { areaOf } from '../polygons-of.ts';

/** Turf's answer as an area of ours: positions of two numbers. */
export const areaFromTurf = (geometry: TurfArea): Area => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return areaOf(polygons.map((rings) => rings.map((ring) => ring.map(positionOf))));
};

const positionOf = ([longitude = NaN, latitude = NaN]: readonly number[]): Position => [longitude, latitude];

/** GeoJSON as Turf's types have it. */
type TurfArea =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };
