import type { Problem, ProblemShift, ProblemTechnician } from '../problem.ts';
import type { Link } from './links.ts';
import type { Timing } from './timing.ts';

/** Beyond every time of a problem, and small enough that sums of two stay 32-bit integers. */
export const FAR = 1_000_000_000;

/** Seconds of ways; in half the room where there are many and none is longer than 18 hours. */
export type Ways = Int32Array | Uint16Array;

/** The ways of one kind of vehicle and rates; cells are row * size + column, `to` matrices have rows and columns swapped. */
export interface TravelClass {
  readonly time: Ways;
  readonly timeTo: Ways;
  /** What a way costs; the same arrays as the times where a second costs 1 and metres nothing. */
  readonly cost: Ways | Float64Array;
  readonly costTo: Ways | Float64Array;
  /** Where ways differ by the time of leaving; then `time` and `cost` are the least of all periods. */
  readonly periods?:
    | {
        readonly from: readonly number[];
        readonly time: readonly Ways[];
        readonly cost: readonly (Ways | Float64Array)[];
      }
    | undefined;
}

/** What a route of the kernel is in the problem: one shift of one technician. */
export interface RouteFrame {
  readonly index: number;
  readonly technician: ProblemTechnician;
  readonly technicianIndex: number;
  readonly shift: ProblemShift;
  readonly shiftIndex: number;
  readonly travel: TravelClass;
  readonly startPlace: number;
  readonly endPlace: number;
  /** He leaves the start place no earlier, and is at the end place no later. What is pinned in the shift before may still hold him up. */
  leaveFrom: number;
  readonly backBy: number;
  /** Once when it has a stop. */
  readonly useCost: number;
  /** Routes of one kind are alike in everything: of the empty ones only the first is tried. */
  readonly kind: number;
  /** Nodes that stand in it for good: breaks, blocks, pinned stops; breaks may be moved. */
  readonly breaks: readonly number[];
  readonly blocks: readonly number[];
}

/**
 * A problem compiled for the search: nodes are numbers, facts are flat arrays. Nodes below `stops` are the problem's stops in its
 * order; above are breaks and blocks. Every reader may rely on indexes being in range; that is what the `!` in the kernel means.
 */
export interface Kernel {
  readonly problem: Problem;
  readonly stops: number;
  readonly nodes: number;
  /** Side of the travel matrices. */
  readonly size: number;
  readonly frames: readonly RouteFrame[];
  readonly grain: number;
  /** Row of the matrix; -1 where it takes place wherever he is. */
  readonly place: Int32Array;
  /** Usual duration; pinned ones: from their start to their end. */
  readonly duration: Int32Array;
  /** Durations by technician where they differ: technician * stops + stop. */
  readonly durationBy: Int32Array | undefined;
  /** First and last moment that a node may begin, over all of its windows. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  /** Where a stop has several windows: the slice of windowFrom and windowTo that is its own. */
  readonly windowSlice: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  readonly severalWindows: boolean;
  /** 1 where it keeps exactly its time. */
  readonly pinned: Uint8Array;
  /** Whether a route may take a stop: route * stops + stop. */
  readonly able: Uint8Array;
  /** What it costs beside the way that this route takes this stop: route * stops + stop. */
  readonly pairCost: Float64Array | undefined;
  /** What is used up: stop u uses amount[i] of resource[i] for i from useSlice[u] to useSlice[u + 1]. */
  readonly useSlice: Int32Array;
  readonly useOf: Int32Array;
  readonly useAmount: Int32Array;
  readonly resources: number;
  /** How much there is: resource * routes + route. */
  readonly capacity: Int32Array;
  /** 1 where all shifts of a technician share it. */
  readonly shared: Uint8Array;
  readonly timing: Timing | undefined;
  readonly links: readonly (readonly Link[])[] | undefined;
  /** By route: the rules that must see all of it. */
  readonly rules: readonly (readonly RouteRule[])[];
  /** What is lost when a stop stays out, compared before any cost; and what it weighs inside the search. */
  readonly lost: Float64Array;
  readonly absence: Float64Array;
  /** The nearest stops of each, nearest first: stop * nearCount + rank. */
  readonly near: Int32Array;
  readonly nearCount: number;
}

/** A route as it would be, for rules that must see all of it. */
export interface RouteView {
  readonly frame: RouteFrame;
  readonly count: number;
  /** From 0 to `count` - 1. */
  nodeAt(index: number): number;
}

/**
 * A rule that no sum and no earliest or latest time can tell. It is asked last, only of routes that it concerns and only for insertions
 * that would be taken otherwise.
 */
export interface RouteRule {
  /** Whether it says anything in this problem; then which routes it concerns. */
  concerns(kernel: Kernel, frame: RouteFrame): boolean;
  allows(kernel: Kernel, view: RouteView): boolean;
}

/** A route as costs of the whole plan see it. */
export interface CostedRoute {
  readonly frame: RouteFrame;
  readonly count: number;
  readonly node: ArrayLike<number>;
  readonly leave: ArrayLike<number>;
}

/** A cost that no sum over stops and ways can tell; nothing where the problem does not ask for it. */
export type PlanCost = (kernel: Kernel) => PlanMeter | undefined;

/** Counts such a cost in two steps, so that only technicians whose routes were changed are measured anew. */
export interface PlanMeter {
  /** What counts of the routes of one technician. */
  readonly measure: (routes: readonly CostedRoute[]) => number;
  /** What everybody's measures cost together; absent: their sum. */
  readonly cost?: (measures: Float64Array) => number;
  /** About what one more stop of a route costs, since its technician was measured: guides where it is put in. */
  readonly more?: (route: number, stop: number) => number;
}
