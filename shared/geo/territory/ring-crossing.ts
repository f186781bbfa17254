import type { Area, Position } from '../../model/place.ts';
import { polygonsOf } from '../polygons-of.ts';

/** A place where a ring of the area crosses or touches itself; none where every ring is simple. */
export const ringCrossing = (area: Area): Position | undefined => {
  for (const ring of polygonsOf(area).flat()) {
    const crossing = crossingOf(ring);
    if (crossing) return crossing;
  }
  return undefined;
};

/** Every stretch against every later one whose longitudes meet: a ring has at most 2,000 corners. */
const crossingOf = (ring: readonly Position[]): Position | undefined => {
  const stretches = ring
    .slice(1)
    .flatMap((to, i): Stretch[] => {
      const from = ring[i];
      return from ? [{ from, to, index: i, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) }] : [];
    })
    .sort((a, b) => a.west - b.west);
  for (let i = 0; i < stretches.length; i += 1) {
    const one = stretches[i];
    for (let j = i + 1; one && j < stretches.length; j += 1) {
      const other = stretches[j];
      if (!other || other.west > one.east) break;
      if (!areNeighbours(one, other, stretches.length) ? meet(one, other) : foldBack(one, other)) return one.to;
    }
  }
  return undefined;
};

interface Stretch {
  readonly from: Position;
  readonly to: Position;
  readonly index: number;
  readonly west: number;
  readonly east: number;
}

const areNeighbours = (a: Stretch, b: Stretch, count: number): boolean => {
  const apart = Math.abs(a.index - b.index);
  return apart === 1 || apart === count - 1;
};

const meet = (a: Stretch, b: Stretch): boolean => {
  const [d1, d2] = [sideOf(a, b.from), sideOf(a, b.to)];
  const [d3, d4] = [sideOf(b, a.from), sideOf(b, a.to)];
  if (d1 !== d2 && d3 !== d4) return true;
  return (
    (d1 === 0 && isWithin(a, b.from)) ||
    (d2 === 0 && isWithin(a, b.to)) ||
    (d3 === 0 && isWithin(b, a.from)) ||
    (d4 === 0 && isWithin(b, a.to))
  );
};

/** Neighbours share a corner; they cross only where one runs back over the other, or where a stretch has no length. */
const foldBack = (a: Stretch, b: Stretch): boolean => {
  const [first, second] = isNext(a, b) ? [a, b] : [b, a];
  if (isSame(first.from, first.to) || isSame(second.from, second.to)) return true;
  return sideOf(first, second.to) === 0 && (isWithin(first, second.to) || isWithin(second, first.from));
};

const isNext = (a: Stretch, b: Stretch): boolean => isSame(a.to, b.from);
const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

const sideOf = ({ from, to }: Stretch, point: Position): number =>
  Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));

const isWithin = ({ from, to }: Stretch, [x, y]: Position): boolean =>
  x >= Math.min(from[0], to[0]) &&
  x <= Math.max(from[0], to[0]) &&
  y >= Math.min(from[1], to[1]) &&
  y <= Math.max(from[1], to[1]);
