import type { Position } from '../model/place.ts';

/** One way from place to place, in whole seconds and metres. */
export interface TravelLeg {
  readonly seconds: number;
  readonly metres: number;
}

/** Ways between all of `size` places, row by row: from i to j stands at i * size + j. */
export interface TravelMatrix {
  readonly size: number;
  readonly seconds: Int32Array;
  readonly metres: Int32Array;
}

/** Where travel times come from. Road networks take this place later; whoever asks cannot tell, except by `source`. */
export interface TravelModel {
  readonly source: 'estimate' | 'road-network';
  /** `at` is the epoch millisecond of leaving, for models that know the time of day. */
  travel(from: Position, to: Position, at?: number): TravelLeg;
  matrix(places: readonly Position[]): TravelMatrix;
}
