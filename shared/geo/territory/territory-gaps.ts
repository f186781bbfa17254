import { area as areaOnSphere } from '@turf/area';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import type { Area, Position } from '../../model/place.ts';
import type { Territory } from '../../model/territory.ts';
import { metresToBorder } from '../metres-to-border.ts';
import { polygonsOf } from '../polygons-of.ts';
import { areaFromTurf } from './area-from-turf.ts';
import { grownArea } from './grown-area.ts';
import { openGaps } from './open-gaps.ts';

export interface TerritoryGap {
  /** Territories all around, or a strip between two that runs out into the open. */
  readonly shape: 'enclosed' | 'open';
  /** Who lies around it. */
  readonly territoryIds: readonly string[];
  readonly area: Area;
  readonly squareMetres: number;
}

/** Borders that were drawn twice leave cracks, through which a gap would run out into the open: each side is moved by this. */
const crackMetres = 2;
/** Less than this is such a crack itself. */
const leastSquareMetres = 1000;

/** Land between territories that none of them serves, the largest first: enclosed by them, or a strip between two borders that were meant to be one. What lies outside of all is no gap. */
export const territoryGaps = (territories: readonly Pick<Territory, 'id' | 'area'>[]): TerritoryGap[] => {
  const enclosed = enclosedGaps(territories);
  const open = openGaps(territories, 2 * crackMetres).flatMap((gap): TerritoryGap[] => {
    const left = enclosed.length === 0 ? feature(gap.area) : difference(shapes([gap, ...enclosed]));
    return left ? [{ ...gap, shape: 'open', area: areaFromTurf(left.geometry), squareMetres: areaOnSphere(left) }] : [];
  });
  return [...enclosed, ...open]
    .filter(({ squareMetres }) => squareMetres >= leastSquareMetres)
    .sort((a, b) => b.squareMetres - a.squareMetres);
};

const shapes = (list: readonly { readonly area: Area }[]) => featureCollection(list.map(({ area }) => feature(area)));

const enclosedGaps = (territories: readonly Pick<Territory, 'id' | 'area'>[]): TerritoryGap[] => {
  const grown = territories.map(({ area }) => feature(grownArea(area, crackMetres)));
  // Turf's union wants two: the first stands for none.
  const all = grown.length > 0 && union(featureCollection([...grown, ...grown.slice(0, 1)]));
  if (!all) return [];
  return polygonsOf(areaFromTurf(all.geometry))
    .flatMap((rings) => rings.slice(1))
    .map((hole) => gapOf(hole, territories));
};

const gapOf = (hole: Position[], territories: readonly Pick<Territory, 'id' | 'area'>[]): TerritoryGap => {
  // A hole runs clockwise; as an area of its own it runs the other way (RFC 7946 section 3.1.6).
  const area: Area = { type: 'Polygon', coordinates: [hole.toReversed()] };
  const around = territories.filter((one) =>
    hole.some((corner) => metresToBorder(corner, one.area) <= 2 * crackMetres),
  );
  return { shape: 'enclosed', territoryIds: around.map(({ id }) => id), area, squareMetres: areaOnSphere(area) };
};
