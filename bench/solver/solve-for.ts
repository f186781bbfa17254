import type { Problem } from '../../shared/routing/problem.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { afterSeconds } from '../../shared/routing/search/stop-rule.ts';
import { solve } from '../../shared/routing/solve.ts';
import { cpuSeconds } from './cpu-seconds.ts';

/** Solves in this thread for so many CPU seconds, which begin with the problem as data. */
export const solveFor = (
  problem: Problem,
  seed: number,
  seconds: number,
): { solution: Solution; cpuSeconds: number } => {
  const begun = cpuSeconds();
  const solution = solve(problem, { seed, stop: afterSeconds(seconds, cpuSeconds) });
  return { solution, cpuSeconds: cpuSeconds() - begun };
};
