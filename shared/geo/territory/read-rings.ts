import type { Position } from '../../model/place.ts';
import type { Repair, RepairRefusal } from './repair.ts';

type Read =
  { readonly ok: true; readonly polygons: Position[][][] } | { readonly ok: false; readonly reason: RepairRefusal };

/** About a centimetre: what lies nearer is one corner. */
const decimals = 1e7;

/** The rings of a GeoJSON Polygon or MultiPolygon, closed, without altitude and without repeated corners. */
export const readRings = (geometry: unknown, repairs: Set<Repair>): Read => {
  const given = polygonsGiven(geometry);
  if (!given) return { ok: false, reason: 'no-area' };
  const numbers = given.flat(2);
  if (!numbers.every(isPair)) return { ok: false, reason: 'unreadable-position' };
  const swapped = numbers.some(([, y]) => Math.abs(y) > 90) && numbers.every(([x]) => Math.abs(x) <= 90);
  if (swapped) repairs.add('axes-swapped');
  if (numbers.some((pair) => pair.length > 2)) repairs.add('altitude-dropped');
  const polygons = given.map((rings) =>
    rings.map((ring) =>
      closed(
        withoutRepeats(
          ring.filter(isPair).map((pair) => positionOf(pair, swapped)),
          repairs,
        ),
        repairs,
      ),
    ),
  );
  const outside = polygons.flat(2).some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  return outside ? { ok: false, reason: 'outside-the-world' } : { ok: true, polygons };
};

const polygonsGiven = (geometry: unknown): unknown[][][] | undefined => {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry) || !('coordinates' in geometry)) {
    return undefined;
  }
  const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return isArea && isListOf(polygons, isListOfLists) ? polygons : undefined;
};

const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(isOne);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isListOfLists = (value: unknown): value is unknown[][] => isListOf(value, isList);

type Pair = readonly [number, number, ...number[]];
const isPair = (value: unknown): value is Pair =>
  Array.isArray(value) && value.length >= 2 && value.every((one) => typeof one === 'number' && Number.isFinite(one));

const positionOf = ([x, y]: Pair, swapped: boolean): Position =>
  swapped ? [rounded(y), rounded(x)] : [rounded(x), rounded(y)];
const rounded = (degrees: number): number => Math.round(degrees * decimals) / decimals;

const withoutRepeats = (ring: readonly Position[], repairs: Set<Repair>): Position[] => {
  const kept = ring.filter((position, i) => i === 0 || !isSame(position, ring[i - 1]));
  if (kept.length < ring.length) repairs.add('duplicate-points-removed');
  return kept;
};

const closed = (ring: Position[], repairs: Set<Repair>): Position[] => {
  const [first] = ring;
  if (!first || isSame(first, ring.at(-1))) return ring;
  repairs.add('ring-closed');
  return [...ring, first];
};

const isSame = (a: Position, b: Position | undefined): boolean => a[0] === b?.[0] && a[1] === b[1];
