import type { Position } from '../model/place.ts';
import { metresBetween } from './distance.ts';
import { estimatedTravel } from './estimated-travel.ts';
import { samePlaceMetres } from './stop-overhead.ts';
import type { TravelLeg, TravelMatrix, TravelModel, TravelSourceKind } from './travel-model.ts';

/** Travel by ways that somebody else was asked for beforehand; one that is not known is estimated. */
export const askedTravel = (
  source: TravelSourceKind,
  legOf: (from: Position, to: Position) => TravelLeg | undefined,
): TravelModel => {
  const travel = (from: Position, to: Position, at?: number): TravelLeg => {
    const straight = metresBetween(from, to);
    if (straight < samePlaceMetres) return { seconds: 0, metres: Math.round(straight) };
    return legOf(from, to) ?? estimatedTravel.travel(from, to, at);
  };
  const matrix = (places: readonly Position[], at?: number): TravelMatrix => {
    const size = places.length;
    const table = { size, seconds: new Int32Array(size * size), metres: new Int32Array(size * size) };
    places.forEach((from, i) =>
      places.forEach((to, j) => {
        const { seconds, metres } = travel(from, to, at);
        table.seconds[i * size + j] = seconds;
        table.metres[i * size + j] = metres;
      }),
    );
    return table;
  };
  const reach = (from: readonly Position[], at?: number) => (to: Position) =>
    from.reduce((soonest, start) => Math.min(soonest, travel(start, to, at).seconds), Infinity);
  return { source, travel, matrix, reach };
};
