import type { Problem } from '../../../shared/routing/problem.ts';
import type { Solution } from '../../../shared/routing/solution.ts';
import { solve } from '../../../shared/routing/solve.ts';

/** Solves for so many seconds of the clock that is passed in. */
export const solveUntil = (problem: Problem, seed: number, clock: () => number, seconds: number): Solution => {
  const begun = clock();
  return solve(problem, { seed, stop: () => clock() - begun >= seconds });
};
