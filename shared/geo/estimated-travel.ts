import type { Position } from '../model/place.ts';
import { metresBetween } from './distance.ts';
import { samePlaceMetres, stopOverheadSeconds } from './stop-overhead.ts';
import type { TravelLeg, TravelMatrix, TravelModel } from './travel-model.ts';

/** Road distance over straight distance: about 1.3 in cities (Boscoe, Henry, Zdeb 2012 measured 1.4 in the USA, less in grids). */
const detourFactor = 1.3;

/**
 * Each stretch of the way at its speed: side streets first, then through roads, then highways. An assumption for a
 * city by day. Speeds rise with distance, so the time is concave in it and two ways are never quicker than the direct one.
 */
const bands = [
  { upToMetres: 1_000, kilometresPerHour: 18 },
  { upToMetres: 3_000, kilometresPerHour: 25 },
  { upToMetres: 10_000, kilometresPerHour: 35 },
  { upToMetres: 30_000, kilometresPerHour: 50 },
  { upToMetres: Infinity, kilometresPerHour: 70 },
] as const;

const secondsFor = (roadMetres: number): number => {
  let seconds = stopOverheadSeconds;
  let done = 0;
  for (const { upToMetres, kilometresPerHour } of bands) {
    const stretch = Math.min(roadMetres, upToMetres) - done;
    if (stretch <= 0) break;
    seconds += (stretch * 3.6) / kilometresPerHour;
    done += stretch;
  }
  // Rounded up: rounding to the nearest would let a detour win a second.
  return Math.ceil(seconds);
};

const travel = (from: Position, to: Position): TravelLeg => {
  const straight = metresBetween(from, to);
  if (straight < samePlaceMetres) return { seconds: 0, metres: Math.round(straight) };
  const metres = straight * detourFactor;
  return { seconds: secondsFor(metres), metres: Math.round(metres) };
};

/** The estimate is the same in both directions, so half of the matrix is computed. */
const matrix = (places: readonly Position[]): TravelMatrix => {
  const size = places.length;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  places.forEach((from, i) => {
    for (let j = i + 1; j < size; j += 1) {
      const to = places[j];
      if (!to) continue;
      const leg = travel(from, to);
      seconds[i * size + j] = leg.seconds;
      seconds[j * size + i] = leg.seconds;
      metres[i * size + j] = leg.metres;
      metres[j * size + i] = leg.metres;
    }
  });
  return { size, seconds, metres };
};

/** The straight line: nobody is out of reach. */
const reach = (from: readonly Position[]) => (to: Position) =>
  from.reduce((soonest, start) => Math.min(soonest, travel(start, to).seconds), Infinity);

/** Travel by car estimated from the great circle, a detour factor and a speed by distance band. */
export const estimatedTravel: TravelModel = { source: 'estimate', travel, matrix, reach };
