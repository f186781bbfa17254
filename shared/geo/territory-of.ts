import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Position } from '../model/place.ts';
import type { Territory } from '../model/territory.ts';
import { metresToBorder } from './metres-to-border.ts';

/** Two borders that were drawn by hand as one leave cracks; a point in such a crack belongs to who is this near. */
const crackMetres = 1;

/**
 * The territory that a point lies in, borders included; where several hold it, the one with the smallest id, whatever
 * order they come in. A point in the crack between two is taken as lying on their border.
 */
export const territoryOf = (point: Position, territories: readonly Territory[]): Territory | undefined => {
  const holding = territories.filter(({ area }) => booleanPointInPolygon(point, area));
  const near = holding.length > 0 ? holding : territories.filter(({ area }) => isAtBorder(point, area));
  return near.reduce<Territory | undefined>(
    (first, other) => (first && first.id < other.id ? first : other),
    undefined,
  );
};

const isAtBorder = (point: Position, area: Territory['area']): boolean => metresToBorder(point, area) <= crackMetres;
