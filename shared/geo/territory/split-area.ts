import { area as areaOnSphere } from '@turf/area';
import { bbox } from '@turf/bbox';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Area, Position } from '../../model/place.ts';
import { areaFromTurf } from './area-from-turf.ts';
import { ringCrossing } from './ring-crossing.ts';

export type SplitArea =
  | { readonly ok: true; readonly larger: Area; readonly smaller: Area }
  | { readonly ok: false; readonly reason: 'line-misses' | 'line-crosses-itself' };

/** A piece smaller than this is where the line only grazed the border. */
const leastSquareMetres = 100;

/** Cuts an area in two along a line, which is carried on straight at both ends; the two share that border to the digit. */
export const splitArea = (area: Area, line: readonly Position[]): SplitArea => {
  const side = sideOf(line, roomAround(area, line));
  if (!side) return { ok: false, reason: 'line-misses' };
  if (ringCrossing(side)) return { ok: false, reason: 'line-crosses-itself' };
  const [whole, half] = [feature(area), feature(side)];
  const pieces = [intersect(featureCollection([whole, half])), difference(featureCollection([whole, half]))];
  const areas = pieces.flatMap((piece) =>
    piece && areaOnSphere(piece) >= leastSquareMetres ? [areaFromTurf(piece.geometry)] : [],
  );
  const [larger, smaller] = areas.sort((a, b) => areaOnSphere(b) - areaOnSphere(a));
  return larger && smaller ? { ok: true, larger, smaller } : { ok: false, reason: 'line-misses' };
};

type Box = readonly [west: number, south: number, east: number, north: number];

/** A box in which both lie with room to spare, so that the line can be carried on to its edge. */
const roomAround = (area: Area, line: readonly Position[]): Box => {
  const [west, south, east, north] = bbox(
    featureCollection([
      feature<GeoJSON.Geometry>(area),
      feature<GeoJSON.Geometry>({ type: 'MultiPoint', coordinates: line.map((one) => [...one]) }),
    ]),
  );
  const room = Math.max(east - west, north - south, 1e-3) / 2;
  return [west - room, south - room, east + room, north + room];
};

/** What lies to the left of the line within the box; none where the line has no direction. */
const sideOf = (line: readonly Position[], box: Box): Area | undefined => {
  const distinct = withoutRepeats(line);
  const [first, second] = distinct;
  const [beforeLast, last] = distinct.slice(-2);
  if (!first || !second || !beforeLast || !last) return undefined;
  const [entry, exit] = [toEdge(second, first, box), toEdge(beforeLast, last, box)];
  const ring = withoutRepeats([entry.at, ...distinct, exit.at, ...cornersFrom(exit.turn, entry.turn, box), entry.at]);
  return { type: 'Polygon', coordinates: [[...ring.slice(0, -1), entry.at]] };
};

/** A line may leave the box in its very corner. */
const withoutRepeats = (line: readonly Position[]): Position[] =>
  line.filter((at, i) => {
    const before = line[i - 1];
    return !before || Math.hypot(at[0] - before[0], at[1] - before[1]) > 1e-9;
  });

/** Where the way from one place through another leaves the box, and how far around its edge that is: 0 to 4 from the south-east corner, counter-clockwise. */
const toEdge = (from: Position, through: Position, box: Box): { readonly at: Position; readonly turn: number } => {
  const [dx, dy] = [through[0] - from[0], through[1] - from[1]];
  const [west, south, east, north] = box;
  const ways = [
    dx > 0 ? (east - through[0]) / dx : Infinity,
    dy > 0 ? (north - through[1]) / dy : Infinity,
    dx < 0 ? (west - through[0]) / dx : Infinity,
    dy < 0 ? (south - through[1]) / dy : Infinity,
  ];
  const far = Math.min(...ways);
  const at: Position = [through[0] + far * dx, through[1] + far * dy];
  const shares = [
    (at[1] - south) / (north - south),
    (east - at[0]) / (east - west),
    (north - at[1]) / (north - south),
    (at[0] - west) / (east - west),
  ];
  const side = ways.indexOf(far);
  return { at, turn: side + Math.max(0, Math.min(0.999999, shares[side] ?? 0)) };
};

/** The box's corners on the way around from one turn to another, counter-clockwise. */
const cornersFrom = (from: number, to: number, [west, south, east, north]: Box): Position[] => {
  const corners: readonly Position[] = [
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const end = to > from ? to : to + 4;
  return Array.from({ length: Math.floor(end) - Math.floor(from) }, (_, i) => {
    const corner = corners[(Math.floor(from) + 1 + i) % 4];
    return corner ?? [east, south];
  });
};
