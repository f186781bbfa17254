import type { ExclusionReason } from '../model/plan.ts';
import type { Seconds } from './problem.ts';

export interface SolutionStop {
  readonly stopId: string;
  readonly start: Seconds;
  readonly end: Seconds;
  /** The way to it from the place before. */
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

export interface Route {
  readonly technicianId: string;
  readonly stops: readonly SolutionStop[];
  /** When his break begins; absent where he has none, or where what stood before left no room. */
  readonly breakAt?: Seconds;
  readonly travelSeconds: number;
  readonly travelMetres: number;
}

export interface UnassignedStop {
  readonly stopId: string;
  /** How many technicians each rule excluded, the most frequent first. */
  readonly reasons: readonly { readonly reason: ExclusionReason; readonly technicians: number }[];
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
