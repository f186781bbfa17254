import { bbox } from '@turf/bbox';
import { featureCollection, feature } from '@turf/helpers';
import type { Territory } from '../model/territory.ts';

/** West, south, east, north in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** The box around the areas of territories, or of whatever has an area; nothing where there is none. */
export const boundsOf = (territories: readonly Pick<Territory, 'area'>[]): Bounds | undefined => {
  if (territories.length === 0) return undefined;
  const [west, south, east, north] = bbox(featureCollection(territories.map(({ area }) => feature(area))));
  return [west, south, east, north];
};
