import type { Problem } from '../../shared/routing/problem.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { afterIterations } from '../../shared/routing/search/stop-rule.ts';
import { solve, usualIterations, type SolveOptions } from '../../shared/routing/solve.ts';

/** Names what finds the routes; a plan that was made by another is not replayed. */
export const solverVersion = 'sisr-1';

export type Solve = (problem: Problem, options: Pick<SolveOptions, 'seed' | 'stop' | 'warmStart'>) => Solution;

export interface SolvePartOptions {
  readonly seed: number;
  /** So many slices at most. */
  readonly slices: number;
  /** Asked after each slice but the last, with the best so far; false ends it there. */
  readonly goOn: (best: Solution, slices: number) => Promise<boolean>;
  readonly solve?: Solve | undefined;
}
export interface SolvedPart {
  readonly solution: Solution;
  readonly slices: number;
}

/**
 * Runs the solver slice by slice, each from the best so far, so that between two somebody can be told and can stop it. The
 * same problem, seed and number of slices give the same solution. This is the one place that knows how the solver is called.
 */
export const solvePart = async (problem: Problem, options: SolvePartOptions): Promise<SolvedPart> => {
  const { seed, slices, goOn, solve: run = solve } = options;
  const stop = afterIterations(usualIterations(problem));
  let best = run(problem, { seed, stop });
  for (let done = 1; done < slices; done += 1) {
    if (!(await goOn(best, done))) return { solution: best, slices: done };
    best = run(problem, { seed: seed + done, stop, warmStart: best });
  }
  return { solution: best, slices };
};
