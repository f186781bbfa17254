import { area as squareMetresOf } from '@turf/area';
import { difference } from '@turf/difference';
import { featureCollection, multiPolygon, point } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { isobands } from '@turf/isobands';
import type { Area, Position } from '../model/place.ts';
import { boundsOf } from './bounds-of.ts';
import { polygonsOf } from './polygons-of.ts';

export interface ReachQuestion {
  readonly area: Area;
  /** Seconds until somebody is at a place: a travel model's `reach`. Infinity where nobody comes. */
  readonly secondsTo: (place: Position) => number;
  /** The promise. */
  readonly seconds: number;
}

/** GeoJSON MultiPolygon coordinates; empty where there is no such area. */
export type Parts = Position[][][];

export interface Reach {
  readonly reached: Parts;
  readonly notReached: Parts;
  readonly areaSquareMetres: number;
  /** 0 to 1 of the area. */
  readonly notReachedShare: number;
}

/** Points along the longer side of the area; the border of what is reached is drawn between them. */
const gridPoints = 48;

/** Which part of an area somebody reaches within a time, and which not: contours of the travel time on a grid, cut at the area's border. */
export const reachInTime = ({ area, secondsTo, seconds }: ReachQuestion): Reach => {
  const own = multiPolygon([...polygonsOf(area)]);
  const around = contourOf(gridOver(area), secondsTo, seconds);
  const reached = around.length === 0 ? [] : partsOf(intersect(featureCollection([own, multiPolygon(around)])));
  const left = reached.length === 0 ? own : difference(featureCollection([own, multiPolygon(reached)]));
  const areaSquareMetres = squareMetresOf(own);
  const notReachedShare = left ? squareMetresOf(left) / areaSquareMetres : 0;
  return { reached, notReached: partsOf(left), areaSquareMetres, notReachedShare };
};

/** Around the places where the time is not more than the promise. */
const contourOf = (
  grid: readonly Position[][],
  secondsTo: ReachQuestion['secondsTo'],
  seconds: number,
): number[][][][] => {
  // Where nobody comes counts as twice the promise, so that the contour stays near the last place that is reached; so does
  // the frame, two cells outside of the area, because Turf closes no contour that runs out of the grid.
  const never = 2 * seconds;
  const points = grid.flatMap((row, r) =>
    row.map((place, c) => {
      const isFrame = r === 0 || c === 0 || r === grid.length - 1 || c === row.length - 1;
      return point(place, { seconds: isFrame ? never : Math.min(secondsTo(place), never) });
    }),
  );
  const [band] = isobands(featureCollection(points), [-1, seconds], { zProperty: 'seconds' }).features;
  return band?.geometry.coordinates ?? [];
};

const partsOf = (cut: ReturnType<typeof difference>): Parts => {
  if (!cut) return [];
  const { geometry } = cut;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude])),
  );
};

/** Rows from south to north, a little over the border, with cells about as high as wide. */
const gridOver = (area: Area): Position[][] => {
  const [west, south, east, north] = boundsOf([{ area }]) ?? [0, 0, 0, 0];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const step = Math.max((east - west) * squeeze, north - south) / (gridPoints - 1);
  const columns = Math.ceil(((east - west) * squeeze) / step) + 5;
  const rows = Math.ceil((north - south) / step) + 5;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): Position => [
      west + ((column - 2) * step) / squeeze,
      south + (row - 2) * step,
    ]),
  );
};
