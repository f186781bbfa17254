import type { Position } from '../model/place.ts';

export interface NearPlace {
  /** Its place in the list that was given. */
  readonly index: number;
  /** As the crow flies. */
  readonly metres: number;
}

const metresPerDegree = 111_195;

/**
 * The nearest places to a point, nearest first. It looks at every one: for the 10,000 technicians of a large territory
 * that is a fraction of a millisecond, which no index earns back when positions change every second. Flat about the
 * point (as cheap-ruler has it): within 0.5 % up to some hundred kilometres, and right across the date line.
 */
export const nearestPlaces = (places: readonly Position[], to: Position, most: number): NearPlace[] => {
  const eastMetres = metresPerDegree * Math.cos((to[1] * Math.PI) / 180);
  const squared = Float64Array.from(places, ([longitude, latitude]) => {
    const apart = Math.abs(longitude - to[0]);
    const east = Math.min(apart, 360 - apart) * eastMetres;
    const north = (latitude - to[1]) * metresPerDegree;
    return east * east + north * north;
  });
  const limit = nthSmallest(squared, most);
  const near: NearPlace[] = [];
  squared.forEach((square, index) => {
    if (square <= limit) near.push({ index, metres: Math.sqrt(square) });
  });
  return near.sort((a, b) => a.metres - b.metres || a.index - b.index).slice(0, most);
};

const nthSmallest = (values: Float64Array, n: number): number =>
  values.length <= n ? Infinity : (values.slice().sort()[n - 1] ?? Infinity);
