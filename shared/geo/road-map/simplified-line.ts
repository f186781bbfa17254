import type { Position } from '../../model/place.ts';

/** A line without the points that lie within a tolerance (in degrees of longitude) of it: Douglas and Peucker 1973. Its ends stay. */
export const simplifiedLine = (line: readonly Position[], tolerance: number): Position[] => {
  const perLatitude = 1 / Math.max(0.05, Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180));
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const at = farthestFrom(line, first, last, tolerance, perLatitude);
    if (at === undefined) continue;
    kept[at] = 1;
    open.push([first, at], [at, last]);
  }
  return line.filter((_, i) => kept[i] === 1);
};

/** The point between two that lies farthest from their chord, where that is beyond the tolerance. */
const farthestFrom = (
  line: readonly Position[],
  first: number,
  last: number,
  tolerance: number,
  perLatitude: number,
): number | undefined => {
  const [ax, ay] = line[first] ?? [0, 0];
  const [bx, by] = line[last] ?? [0, 0];
  const [dx, dy] = [bx - ax, (by - ay) * perLatitude];
  const length = dx * dx + dy * dy;
  let most = tolerance * tolerance;
  let at: number | undefined;
  for (let i = first + 1; i < last; i += 1) {
    const [x, y] = line[i] ?? [0, 0];
    const [px, py] = [x - ax, (y - ay) * perLatitude];
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
    const squared = (px - share * dx) ** 2 + (py - share * dy) ** 2;
    if (squared <= most) continue;
    most = squared;
    at = i;
  }
  return at;
};
