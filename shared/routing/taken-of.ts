import type { ProblemStop, ProblemTechnician } from './problem.ts';
import type { SolutionStop } from './solution.ts';

/** A stop of a route beside what the problem says of it. */
export interface CheckedStop {
  readonly planned: SolutionStop;
  readonly stop: ProblemStop;
  /** It stands exactly as before planning. */
  readonly untouched: boolean;
}

/** A stretch of the day that is taken, by a stop or by a block. */
export interface Taken {
  readonly from: number;
  readonly to: number;
  readonly place: number | undefined;
  readonly checked?: CheckedStop;
}

/** The day as the checker sees it: what is planned and what was taken before, in order of time. */
export const takenOf = (technician: ProblemTechnician, checked: readonly CheckedStop[]): Taken[] =>
  [
    ...checked.map((one): Taken => {
      const { planned, stop } = one;
      return { from: planned.start, to: planned.end, place: stop.place, checked: one };
    }),
    ...technician.blocks.map(({ from, to, place }): Taken => ({ from, to, place })),
  ].sort((a, b) => a.from - b.from);
