import type { Area, Position } from '../../model/place.ts';
import { localPlane } from '../local-plane.ts';
import { areaOf, polygonsOf } from '../polygons-of.ts';

/** The area with every border moved outwards by some metres, corners mitred; meant for a few metres, and for rings wound as RFC 7946 has them. */
export const grownArea = (area: Area, metres: number): Area =>
  areaOf(polygonsOf(area).map((rings) => rings.map((ring) => grownRing(ring, metres))));

/** A corner sharper than this is not drawn out further. */
const longestMitre = 4;

const grownRing = (ring: readonly Position[], metres: number): Position[] => {
  const corners = ring.slice(0, -1);
  const moved = corners.flatMap((at, i): Position[] => {
    const [before, after] = [corners.at(i - 1), corners[(i + 1) % corners.length]];
    return before && after ? [movedCorner(before, at, after, metres)] : [];
  });
  return [...moved, ...moved.slice(0, 1)];
};

const movedCorner = (before: Position, at: Position, after: Position, metres: number): Position => {
  const toPlane = localPlane(at);
  const [x1, y1] = outwards(toPlane(before), [0, 0]);
  const [x2, y2] = outwards([0, 0], toPlane(after));
  const stretch = Math.min(longestMitre, 1 / Math.max(1e-9, 1 + x1 * x2 + y1 * y2));
  const [perEast, perNorth] = toPlane([at[0] + 1e-3, at[1] + 1e-3]);
  const east = (x1 + x2) * stretch * metres;
  const north = (y1 + y2) * stretch * metres;
  return [at[0] + (east / perEast) * 1e-3, at[1] + (north / perNorth) * 1e-3];
};

/** A step of one metre to the right of the way, where the outside lies. */
const outwards = ([x1, y1]: readonly number[], [x2, y2]: readonly number[]): [number, number] => {
  const [dx, dy] = [(x2 ?? 0) - (x1 ?? 0), (y2 ?? 0) - (y1 ?? 0)];
  const length = Math.hypot(dx, dy) || 1;
  return [dy / length, -dx / length];
};
