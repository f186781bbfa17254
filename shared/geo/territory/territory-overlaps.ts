import { area as areaOnSphere } from '@turf/area';
import { bbox } from '@turf/bbox';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Area } from '../../model/place.ts';
import type { Territory } from '../../model/territory.ts';
import { areaFromTurf } from './area-from-turf.ts';

export interface TerritoryOverlap {
  /** The smaller id first: what lies here belongs to it. */
  readonly territoryIds: readonly [string, string];
  readonly area: Area;
  readonly squareMetres: number;
}

/** Less than this is how two people draw the same street. */
const leastSquareMetres = 100;

type Shaped = Pick<Territory, 'id' | 'area'>;

/** Where two territories both lie, the largest piece first. Points there still belong to one: see territoryOf. */
export const territoryOverlaps = (territories: readonly Shaped[]): TerritoryOverlap[] =>
  pairsOf(territories)
    .flatMap(([a, b]) => overlapOf(a, b) ?? [])
    .sort((a, b) => b.squareMetres - a.squareMetres);

const pairsOf = (territories: readonly Shaped[]): [Shaped, Shaped][] => {
  const sorted = territories
    .map((territory) => ({ territory, box: bbox(feature(territory.area)) }))
    .sort((a, b) => (a.territory.id < b.territory.id ? -1 : 1));
  return sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .flatMap((b): [Shaped, Shaped][] => (boxesMeet(a.box, b.box) ? [[a.territory, b.territory]] : [])),
  );
};

const boxesMeet = (a: readonly number[], b: readonly number[]): boolean =>
  at(a, 0) < at(b, 2) && at(b, 0) < at(a, 2) && at(a, 1) < at(b, 3) && at(b, 1) < at(a, 3);
const at = (box: readonly number[], index: number): number => box[index] ?? NaN;

const overlapOf = (a: Shaped, b: Shaped): TerritoryOverlap | undefined => {
  const common = intersect(featureCollection([feature(a.area), feature(b.area)]));
  const squareMetres = common ? areaOnSphere(common) : 0;
  if (!common || squareMetres < leastSquareMetres) return undefined;
  return { territoryIds: [a.id, b.id], area: areaFromTurf(common.geometry), squareMetres };
};
