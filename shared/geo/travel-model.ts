import type { Position } from '../model/place.ts';

/** One way from place to place, in whole seconds and metres. */
export interface TravelLeg {
  readonly seconds: number;
  readonly metres: number;
}

/** Ways between all of `size` places, row by row: from i to j stands at i * size + j. There and back may differ. */
export interface TravelMatrix {
  readonly size: number;
  readonly seconds: Int32Array;
  readonly metres: Int32Array;
}

/** Where times come from: the straight line, roads imported from OpenStreetMap, or another program that was asked. */
export type TravelSourceKind = 'estimate' | 'road-network' | 'routing-service';

/** Answers at once for any two places. Whoever asks cannot tell where the times come from, except by `source`. */
export interface TravelModel {
  readonly source: TravelSourceKind;
  /** `at` is the epoch millisecond of leaving, for models that know the time of day. */
  travel(from: Position, to: Position, at?: number): TravelLeg;
  matrix(places: readonly Position[], at?: number): TravelMatrix;
  /** How many seconds after leaving the soonest of `from` is at a place; Infinity where nobody comes. */
  reach(from: readonly Position[], at?: number): (to: Position) => number;
}

/** What there is between places that no road joins: thirty days, so that every plan keeps away from it and sums stay small. */
export const unreachableSeconds = 2_592_000;
