import type { Seconds } from './problem.ts';

export interface SolutionStop {
  readonly stopId: string;
  readonly start: Seconds;
  readonly end: Seconds;
  /** The way to it from the place before. */
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

/** A break of one of his shifts, where breaks are given by shift. */
export interface SolutionBreak {
  /** Counted from 0. */
  readonly shift: number;
  /** Which of the shift's breaks, counted from 0. */
  readonly index: number;
  readonly start: Seconds;
}

/** A part that is fetched on the way, before the stop that it is for. */
export interface SolutionPickup {
  readonly partId: string;
  readonly place: number;
  readonly quantity: number;
  /** As far as a planner tells. */
  readonly stopId?: string;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

/** How a shift that has stops ends at its end place; absent where it ends at the last stop. */
export interface SolutionReturn {
  readonly shift: number;
  readonly at: Seconds;
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

/** All of one technician's shifts together; stops and pickups in order of time. A stop of a crew stands in each member's route. */
export interface Route {
  readonly technicianId: string;
  readonly stops: readonly SolutionStop[];
  /** When his break begins, by `breakRule`; absent where he has none, or where what stood before left no room. */
  readonly breakAt?: Seconds;
  readonly breaks?: readonly SolutionBreak[];
  readonly pickups?: readonly SolutionPickup[];
  readonly returns?: readonly SolutionReturn[];
  /** Ways to stops, to pickups and back to end places. */
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

/** Why it has no place is told apart, for those who ask (explain/unassigned-reasons). */
export interface UnassignedStop {
  readonly stopId: string;
}

export interface SolutionFigures {
  readonly scheduled: number;
  /** How many end after they are due. */
  readonly late: number;
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

/** One route for each technician of the problem, in its order. */
export interface Solution {
  readonly routes: readonly Route[];
  readonly unassigned: readonly UnassignedStop[];
  readonly figures: SolutionFigures;
}
