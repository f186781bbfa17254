import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import land from 'world-atlas/land-50m.json';

/** The land of the world at 1 : 50 million, from Natural Earth (public domain). */
export const worldLand = (): FeatureCollection => {
  const topology: unknown = land;
  if (!isTopology(topology)) return { type: 'FeatureCollection', features: [] };
  const { land: shape } = topology.objects;
  const made = shape && feature(topology, shape);
  return made?.type === 'FeatureCollection' ? made : { type: 'FeatureCollection', features: made ? [made] : [] };
};

const isTopology = (value: unknown): value is Topology =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology';
