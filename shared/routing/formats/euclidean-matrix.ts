import type { TravelMatrix } from '../../geo/travel-model.ts';

/** How coordinates become whole numbers; `dimacs` and `exact` as DIMACS 2021 and PyVRP have them. */
export type Rounding = 'dimacs' | 'exact';

/** What one unit of the file counts. */
export const scaleOf: Readonly<Record<Rounding, number>> = { dimacs: 10, exact: 1000 };

/** Truncated (dimacs) or rounded (exact); a hair above, since 0.1 has no end in binary. */
export const scaled = (value: number, rounding: Rounding): number =>
  Math.floor(value * scaleOf[rounding] + (rounding === 'dimacs' ? 1e-9 : 0.5));

/** Straight distances, which are the travel times too. */
export const euclideanMatrix = (
  points: readonly { readonly x: number; readonly y: number }[],
  rounding: Rounding,
): TravelMatrix => {
  const size = points.length;
  const seconds = new Int32Array(size * size);
  points.forEach((from, row) => {
    points.forEach((to, column) => {
      seconds[row * size + column] = scaled(Math.hypot(from.x - to.x, from.y - to.y), rounding);
    });
  });
  return { size, seconds, metres: seconds };
};
