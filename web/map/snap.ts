import type { Area, Position } from '../../shared/model/place.ts';
import { isSame } from './edit-area.ts';

type Pixel = readonly [x: number, y: number];

/** Nearer than this, in pixels, a corner jumps to a neighbour's corner, else onto his border. */
const cornerPixels = 12;
const borderPixels = 8;

/** Where a dragged corner comes to lie, so that common borders are common: on a neighbour's corner or border, if one is near. Corners at the `except` places, and the borders at them, do not draw. */
export const snap = (
  position: Position,
  neighbours: readonly Area[],
  project: (position: Position) => Pixel,
  except: readonly Position[] = [],
): Position => {
  const isLeftOut = (at: Position | undefined) => at === undefined || except.some((one) => isSame(one, at));
  const here = project(position);
  const rings = neighbours.flatMap((area) => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()));
  const corner = nearest(
    rings
      .flat()
      .filter((at) => !isLeftOut(at))
      .map((at) => ({ at, pixels: distance(here, project(at)) })),
    cornerPixels,
  );
  if (corner) return [corner[0], corner[1]];
  const border = nearest(
    rings.flatMap((ring) =>
      ring.slice(1).flatMap((to, i) => (isLeftOut(to) || isLeftOut(ring[i]) ? [] : footOf(here, ring[i], to, project))),
    ),
    borderPixels,
  );
  return border ?? position;
};

interface Near {
  readonly at: Position;
  readonly pixels: number;
}

const nearest = (candidates: readonly Near[], within: number): Position | undefined =>
  candidates.reduce<Near | undefined>(
    (best, one) => (one.pixels <= within && (!best || one.pixels < best.pixels) ? one : best),
    undefined,
  )?.at;

/** The nearest place on the stretch. */
const footOf = (
  here: Pixel,
  from: Position | undefined,
  to: Position,
  project: (position: Position) => Pixel,
): Near[] => {
  if (!from) return [];
  const [[ax, ay], [bx, by]] = [project(from), project(to)];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((here[0] - ax) * dx + (here[1] - ay) * dy) / squared));
  const at: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  return [{ at, pixels: distance(here, [ax + share * dx, ay + share * dy]) }];
};

const distance = (a: Pixel, b: Pixel): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
