import type { Position } from '../../model/place.ts';
import { metresBetween } from '../distance.ts';
import { localPlane } from '../local-plane.ts';

/** The land between two borders as one closed ring: along the one, and back along the other. */
export type BesideRing = readonly Position[];

/** Borders are looked at this often, and at most so many times a ring. */
const stepMetres = 30;
const mostSteps = 1500;

interface Range {
  readonly leastMetres: number;
  readonly mostMetres: number;
}
interface Across {
  readonly here: Position;
  readonly there: Position;
}

/** Where a ring runs beside others within that range of metres, with nothing but free land between. */
export const stretchBeside = (
  ring: readonly Position[],
  others: readonly (readonly Position[])[],
  range: Range,
  isFree: (point: Position) => boolean,
): BesideRing[] => {
  const stretches = stretchesNear(ring, others, range.mostMetres);
  if (stretches.length === 0) return [];
  const runs: Across[][] = [[]];
  for (const here of stepsAlong(ring)) {
    const there = nearestOn(stretches, here, range);
    if (there && isFree(between(here, there, 0.5)) && isFree(between(here, there, 0.1))) {
      runs.at(-1)?.push({ here, there });
    } else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1).map(ringOf);
};

const ringOf = (run: readonly Across[]): BesideRing => {
  const along = [...run.map(({ here }) => here), ...run.toReversed().map(({ there }) => there)];
  return [...along, ...along.slice(0, 1)];
};

const between = (a: Position, b: Position, share: number): Position => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

/** Every corner, and places between at even steps. */
const stepsAlong = (ring: readonly Position[]): Position[] => {
  const lengths = ring.slice(1).map((to, i) => metresBetween(ring[i] ?? to, to));
  const step = Math.max(stepMetres, lengths.reduce((sum, length) => sum + length, 0) / mostSteps);
  return ring.slice(1).flatMap((to, i) => {
    const from = ring[i] ?? to;
    const count = Math.max(1, Math.ceil((lengths[i] ?? 0) / step));
    return Array.from({ length: count }, (_, k) => between(from, to, k / count));
  });
};

type Stretch = readonly [from: Position, to: Position];

/** The others' stretches that come near the ring at all. */
const stretchesNear = (
  ring: readonly Position[],
  others: readonly (readonly Position[])[],
  metres: number,
): Stretch[] => {
  const [middle] = ring;
  if (!middle) return [];
  const toPlane = localPlane(middle);
  const [west, south, east, north] = boxOf(ring.map(toPlane));
  return others.flatMap((other) =>
    other.slice(1).flatMap((to, i): Stretch[] => {
      const from = other[i] ?? to;
      const box = boxOf([toPlane(from), toPlane(to)]);
      const isNear =
        box[0] <= east + metres && box[2] >= west - metres && box[1] <= north + metres && box[3] >= south - metres;
      return isNear ? [[from, to]] : [];
    }),
  );
};

const boxOf = (points: readonly (readonly [number, number])[]): [number, number, number, number] => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
};

/** The nearest place on the stretches, where that lies within the range. */
const nearestOn = (stretches: readonly Stretch[], here: Position, range: Range): Position | undefined => {
  const toPlane = localPlane(here);
  let nearest = Infinity;
  let found: Position | undefined;
  for (const [from, to] of stretches) {
    const [x1, y1] = toPlane(from);
    const [x2, y2] = toPlane(to);
    const [dx, dy] = [x2 - x1, y2 - y1];
    const squared = dx * dx + dy * dy;
    const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / squared));
    const metres = Math.hypot(x1 + share * dx, y1 + share * dy);
    if (metres >= nearest) continue;
    nearest = metres;
    found = between(from, to, share);
  }
  return nearest > range.leastMetres && nearest <= range.mostMetres ? found : undefined;
};
