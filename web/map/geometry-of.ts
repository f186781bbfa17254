import type { Geometry } from 'geojson';
import type { Area } from '../../shared/model/place.ts';

/** An area as the map takes it: our own areas are never written to. */
export const geometryOf = (area: Area): Geometry =>
  area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: plain(area.coordinates) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map(plain) };

const plain = (rings: readonly (readonly (readonly number[])[])[]): number[][][] =>
  rings.map((ring) => ring.map((position) => [...position]));
