import type { TravelModel } from '../../shared/geo/travel-model.ts';
import type { Position } from '../../shared/model/place.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';

/** One drive as it really went, and what was seen of it. */
export interface SimulatedDrive {
  readonly door: Position;
  readonly fixes: readonly PositionFix[];
  /** Epoch milliseconds: when he set out, and when he stood at the door. */
  readonly leftMs: number;
  readonly arrivedMs: number;
}

/** A place where people drive, and what its road network says of the way to where one drive goes. */
export interface Town {
  readonly name: string;
  outing(random: () => number, day: number): { readonly drive: SimulatedDrive; readonly travel: TravelModel };
}
