import type { Problem } from '../../../shared/routing/problem.ts';
import { afterSeconds } from '../../../shared/routing/search/stop-rule.ts';
import type { Solution } from '../../../shared/routing/solution.ts';
import { solve } from '../../../shared/routing/solve.ts';

/** Solves for so many seconds of the clock that is passed in. */
export const solveUntil = (problem: Problem, seed: number, clock: () => number, seconds: number): Solution =>
  solve(problem, { seed, stop: afterSeconds(seconds, clock) });
