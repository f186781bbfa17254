import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import land from 'world-atlas/land-50m.json';
import { unwrappedRing } from './unwrapped-ring.ts';

/** The land of the world at 1 : 50 million, from Natural Earth (public domain). */
export const worldLand = (): FeatureCollection => {
  const topology: unknown = land;
  const shape = isTopology(topology) ? topology.objects['land'] : undefined;
  const made = isTopology(topology) && shape ? feature(topology, shape) : undefined;
  const features = made?.type === 'FeatureCollection' ? made.features : made ? [made] : [];
  return { type: 'FeatureCollection', features: features.map(unwrapped) };
};

const unwrapped = (one: Feature): Feature =>
  one.geometry?.type === 'MultiPolygon'
    ? {
        ...one,
        geometry: { ...one.geometry, coordinates: one.geometry.coordinates.map((rings) => rings.map(unwrappedRing)) },
      }
    : one;

const isTopology = (value: unknown): value is Topology =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology';
