import { area as areaOnSphere } from '@turf/area';
import { bbox } from '@turf/bbox';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import type { Area, Position } from '../../model/place.ts';
import type { Territory } from '../../model/territory.ts';
import { areaOf, polygonsOf } from '../polygons-of.ts';
import { areaFromTurf } from './area-from-turf.ts';
import { stretchBeside, type BesideRing } from './stretch-beside.ts';

/** Wider than this, two territories do not mean to touch: the land between is somebody else's, not a mistake. */
export const widestOpenGapMetres = 300;

type Shaped = Pick<Territory, 'id' | 'area'>;
export interface OpenGap {
  readonly territoryIds: readonly [string, string];
  readonly area: Area;
  readonly squareMetres: number;
}

/** Strips between two borders that run beside one another without touching, and out into the open at an end: enclosed by nobody, meant by nobody. Narrower than `leastMetres` is how people draw. */
export const openGaps = (territories: readonly Shaped[], leastMetres: number): OpenGap[] => {
  const boxes = territories.map((one) => ({ one, box: bbox(feature(one.area)) }));
  const sorted = boxes.sort((a, b) => (a.one.id < b.one.id ? -1 : 1));
  return sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .filter((b) => areNear(a.box, b.box))
      .flatMap((b) => stripsBetween(a.one, b.one, { leastMetres, others: sorted.map(({ one }) => one) })),
  );
};

/** A degree of latitude has about this many metres; one of longitude fewer, which `reach` allows for up to 75°. */
const metresPerDegree = 111_000;

const areNear = (a: readonly number[], b: readonly number[]): boolean => {
  const north = widestOpenGapMetres / metresPerDegree;
  const east = north * 4;
  const [w1 = 0, s1 = 0, e1 = 0, n1 = 0] = a;
  const [w2 = 0, s2 = 0, e2 = 0, n2 = 0] = b;
  return w1 - east < e2 && w2 - east < e1 && s1 - north < n2 && s2 - north < n1;
};

const stripsBetween = (
  a: Shaped,
  b: Shaped,
  { leastMetres, others }: { readonly leastMetres: number; readonly others: readonly Shaped[] },
): OpenGap[] => {
  const isFree = (point: Position) => !others.some(({ area }) => booleanPointInPolygon(point, area));
  const range = { leastMetres, mostMetres: widestOpenGapMetres };
  const rings = polygonsOf(a.area)
    .flat()
    .flatMap((ring) => stretchBeside(ring, polygonsOf(b.area).flat(), range, isFree));
  const pieces = rings.flatMap((strip) => freePiecesOf(strip, others));
  return pieces.map((area) => ({ territoryIds: [a.id, b.id], area, squareMetres: areaOnSphere(area) }));
};

/** The strip as sound areas, without what somebody serves. */
const freePiecesOf = (strip: BesideRing, territories: readonly Shaped[]): Area[] => {
  const drawn = feature<Area>({ type: 'Polygon', coordinates: [[...strip]] });
  const sound = union(featureCollection([drawn, drawn]));
  if (!sound) return [];
  const left = difference(
    featureCollection(
      [areaFromTurf(sound.geometry), ...territories.map(({ area }) => area)].map((one) => feature(one)),
    ),
  );
  return left ? polygonsOf(areaFromTurf(left.geometry)).map((polygon) => areaOf([polygon])) : [];
};
