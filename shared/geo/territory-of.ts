import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Position } from '../model/place.ts';
import type { Territory } from '../model/territory.ts';

/** The territory that a point lies in, borders included; where several hold it, the one with the smallest id. */
export const territoryOf = (point: Position, territories: readonly Territory[]): Territory | undefined =>
  territories
    .filter((territory) => booleanPointInPolygon(point, territory.area))
    .reduce<Territory | undefined>((first, other) => (first && first.id < other.id ? first : other), undefined);
