import { area as areaOnSphere } from '@turf/area';
import { feature, featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import type { Area, Position } from '../../model/place.ts';
import { area as areaSchema } from '../../model/place.ts';
import { areaOf, polygonsOf } from '../polygons-of.ts';
import { areaFromTurf } from './area-from-turf.ts';
import { readRings } from './read-rings.ts';
import type { Repair, RepairRefusal } from './repair.ts';
import { ringCrossing } from './ring-crossing.ts';
import { simplifiedRing } from './simplified-ring.ts';

export type RepairedArea =
  | { readonly ok: true; readonly area: Area; readonly repairs: readonly Repair[] }
  | { readonly ok: false; readonly reason: RepairRefusal };

/** Most corners of a ring, as the model allows. */
const mostCorners = 2000;

/** Makes of a GeoJSON geometry, as other programs write it, an area as RFC 7946 wants it, and says what was mended. */
export const repairArea = (geometry: unknown): RepairedArea => {
  const repairs = new Set<Repair>();
  const read = readRings(geometry, repairs);
  if (!read.ok) return read;
  const kept = read.polygons.flatMap((rings) => dropSmall(rings, repairs));
  if (kept.length === 0) return { ok: false, reason: 'nothing-left' };
  const simple = kept.map((rings) => rings.map((ring) => fewer(ring, repairs)));
  const untangled = untangle(areaOf(simple), repairs);
  if (!untangled) return { ok: false, reason: 'nothing-left' };
  const wound = areaOf(polygonsOf(untangled).map((rings) => rings.map((ring, i) => windingOf(ring, i === 0, repairs))));
  const checked = areaSchema.safeParse(wound);
  return checked.success
    ? { ok: true, area: checked.data, repairs: [...repairs] }
    : { ok: false, reason: 'too-many-points' };
};

/** A part goes with its outer ring; a hole goes alone. */
const dropSmall = (rings: readonly Position[][], repairs: Set<Repair>): Position[][][] => {
  const [outer, ...holes] = rings.map((ring) => (ring.length >= 4 ? ring : undefined));
  if (holes.includes(undefined) || !outer) repairs.add('small-ring-dropped');
  return outer ? [[outer, ...holes.filter((hole) => hole !== undefined)]] : [];
};

const fewer = (ring: Position[], repairs: Set<Repair>): Position[] => {
  if (ring.length <= mostCorners) return ring;
  repairs.add('simplified');
  return simplifiedRing(ring, mostCorners);
};

/** Crossing rings become the parts that they enclose, and parts that lie over one another become one. */
const untangle = (area: Area, repairs: Set<Repair>): Area | undefined => {
  const crosses = ringCrossing(area) !== undefined;
  const polygons = polygonsOf(area);
  if (!crosses && polygons.length === 1) return area;
  const before = polygons.length;
  // Turf's union wants two; the same twice is the area itself, made simple.
  const parts = polygons.map((coordinates) => feature({ type: 'Polygon' as const, coordinates }));
  const joined = union(featureCollection([...parts, ...parts.slice(0, 1)]));
  if (!joined || areaOnSphere(joined) === 0) return undefined;
  const made = areaFromTurf(joined.geometry);
  if (crosses) repairs.add('self-intersection-resolved');
  else if (polygonsOf(made).length < before) repairs.add('parts-joined');
  else return area;
  return made;
};

/** Outer rings run anticlockwise, holes clockwise (RFC 7946 section 3.1.6). */
const windingOf = (ring: Position[], isOuter: boolean, repairs: Set<Repair>): Position[] => {
  if (signedArea(ring) > 0 === isOuter) return ring;
  repairs.add('winding-turned');
  return ring.toReversed();
};

/** In square degrees, positive where the ring runs anticlockwise. */
const signedArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
