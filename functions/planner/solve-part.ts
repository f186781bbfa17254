import { withFetches } from '../../shared/routing/kernel/with-fetches.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import type { SearchProgress } from '../../shared/routing/search/anneal.ts';
import { afterIterations, firstOf, whenCancelled } from '../../shared/routing/search/stop-rule.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { searching, usualIterations, type SolveOptions } from '../../shared/routing/solve.ts';

export type Search = (
  problem: Problem,
  options: Pick<SolveOptions, 'seed' | 'stop' | 'fetching'>,
) => Generator<SearchProgress, Solution>;

export interface SolvePartOptions {
  readonly seed: number;
  /** A run that was kept ended after so many; absent: as many as its size wants. */
  readonly iterations?: number | undefined;
  /** Asked some times on the way; false ends it with the best so far. */
  readonly goOn: (progress: SearchProgress) => Promise<boolean>;
  readonly search?: Search | undefined;
}
export interface SolvedPart {
  readonly solution: Solution;
  readonly iterations: number;
}

/** A part is given so many times what a plan at a glance has. */
const patience = 4;
/** Somebody is told, and may stop it, so many times. */
const looks = 16;

/**
 * One search that looks up now and then. The same problem, seed and iterations give the same solution, whether it was let go on to its
 * end or stopped there. This is the one place that knows how the solver is called.
 */
export const solvePart = async (problem: Problem, options: SolvePartOptions): Promise<SolvedPart> => {
  const { seed, iterations = Infinity, goOn, search: begin = searching } = options;
  let [isStopped, looked, done] = [false, 0, 0];
  const stop = firstOf(
    afterIterations(usualIterations(problem) * patience),
    whenCancelled(() => isStopped),
    (state) => (state.iterations >= iterations ? 1 : 0),
  );
  const search = begin(problem, { seed, stop, fetching: withFetches });
  for (;;) {
    const step = search.next();
    if (step.done) return { solution: step.value, iterations: done };
    done = step.value.iterations;
    if (isStopped || step.value.share * looks < looked) continue;
    looked += 1;
    isStopped = !(await goOn(step.value));
  }
};
