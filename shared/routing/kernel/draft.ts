import type { Problem } from '../problem.ts';
import type { RouteFrame } from './kernel.ts';

/** A kernel while constraints compile themselves into it; what is here is all that the search understands. */
export interface Draft {
  readonly problem: Problem;
  readonly stops: number;
  readonly frames: readonly RouteFrame[];
  /** First and last start of each stop; a constraint may only narrow them. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  readonly windows: Map<number, readonly { readonly from: number; readonly to: number }[]>;
  /** Route * stops + stop: 1 unless a constraint said no. */
  readonly able: Uint8Array;
  pairCost: Float64Array | undefined;
  readonly resources: Resource[];
}

/** Something that stops use up. */
export interface Resource {
  /** By route. */
  readonly capacity: (frame: RouteFrame) => number;
  readonly isShared: boolean;
  /** By stop; 0 where it needs none. */
  readonly amount: (stop: number) => number;
}

/** One rule of the problem. It is compiled once; what the problem does not use costs nothing. */
export interface Constraint {
  compile(draft: Draft): void;
}

/** Keeps a stop from the routes that a rule excludes. */
export const forbid = (draft: Draft, isForbidden: (frame: RouteFrame, stop: number) => boolean): void => {
  for (const frame of draft.frames) {
    for (let stop = 0; stop < draft.stops; stop += 1) {
      const cell = frame.index * draft.stops + stop;
      if (draft.able[cell] === 1 && isForbidden(frame, stop)) draft.able[cell] = 0;
    }
  }
};

/** Adds what it costs that a route takes a stop. */
export const charge = (draft: Draft, costOf: (frame: RouteFrame, stop: number) => number): void => {
  draft.pairCost ??= new Float64Array(draft.frames.length * draft.stops);
  for (const frame of draft.frames) {
    for (let stop = 0; stop < draft.stops; stop += 1) {
      const cell = frame.index * draft.stops + stop;
      draft.pairCost[cell] = draft.pairCost[cell]! + costOf(frame, stop);
    }
  }
};
