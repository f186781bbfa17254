import type { Area, Position } from '../../shared/model/place.ts';

/** A corner of an area: which part, which ring of it, which corner of that. */
export interface CornerAt {
  readonly part: number;
  readonly ring: number;
  readonly index: number;
}

export interface Corner extends CornerAt {
  readonly position: Position;
}

/** A ring needs three corners to be one. */
const fewestCorners = 3;

/** Every corner once: the last of a ring, which repeats the first, is left out. */
export const cornersOf = (area: Area): Corner[] =>
  partsOf(area).flatMap((rings, part) =>
    rings.flatMap((positions, ring) =>
      positions.slice(0, -1).map((position, index) => ({ part, ring, index, position })),
    ),
  );

/** The area with every corner at `from` moved to `to`; the same object where there is none. */
export const moveCorners = (area: Area, from: Position, to: Position): Area =>
  partsOf(area)
    .flat(2)
    .some((one) => isSame(one, from))
    ? withRings(area, (ring) => ring.map((one) => (isSame(one, from) ? to : one)))
    : area;

/** The area with one corner more, after the one named. */
export const insertCorner = (area: Area, after: CornerAt, position: Position): Area =>
  withRings(area, (ring, part, number) =>
    part === after.part && number === after.ring ? ring.toSpliced(after.index + 1, 0, position) : ring,
  );

/** The area without a corner; the same object where the ring would be none any more. */
export const removeCorner = (area: Area, at: CornerAt): Area =>
  withRings(area, (ring, part, number) => {
    if (part !== at.part || number !== at.ring || ring.length - 1 <= fewestCorners) return ring;
    const open = ring.slice(0, -1).toSpliced(at.index, 1);
    return [...open, ...open.slice(0, 1)];
  });

/** Halfway between a corner and the next, where another one can be put. */
export const middlesOf = (area: Area): Corner[] =>
  partsOf(area).flatMap((rings, part) =>
    rings.flatMap((positions, ring) =>
      positions.slice(0, -1).flatMap((from, index): Corner[] => {
        const to = positions[index + 1];
        return to ? [{ part, ring, index, position: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] }] : [];
      }),
    ),
  );

/** A drawing as an area; none before it has three corners. */
export const areaOfDrawing = (corners: readonly Position[]): Area | undefined => {
  if (corners.length < fewestCorners) return undefined;
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
};

export const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

const partsOf = (area: Area): Position[][][] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

const withRings = (area: Area, change: (ring: Position[], part: number, number: number) => Position[]): Area =>
  area.type === 'Polygon'
    ? { ...area, coordinates: area.coordinates.map((ring, number) => change(ring, 0, number)) }
    : {
        ...area,
        coordinates: area.coordinates.map((rings, part) => rings.map((ring, number) => change(ring, part, number))),
      };
