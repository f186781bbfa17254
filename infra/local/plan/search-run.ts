import type { Problem } from '../../../shared/routing/problem.ts';
import { afterIterations, afterSeconds, type StopRule } from '../../../shared/routing/search/stop-rule.ts';
import type { SearchProgress } from '../../../shared/routing/search/anneal.ts';
import type { Solution } from '../../../shared/routing/solution.ts';
import { solve } from '../../../shared/routing/solve.ts';

/** How long a search goes on: seconds of the clock, iterations, or just as a kept run did. */
export interface Patience {
  readonly seconds?: number | undefined;
  readonly iterations?: number | undefined;
  /** What a kept run's stop rule answered, in its order. */
  readonly shares?: readonly number[] | undefined;
}

/** A search that ended, with what makes it again: it depends on nothing but problem, seed and the answers of its stop rule. */
export interface SearchRun {
  readonly solution: Solution;
  readonly seed: number;
  readonly shares: readonly number[];
  readonly progress: SearchProgress | undefined;
}

/** One search of one thread, its stop rule's answers noted. */
export const searchRun = (
  problem: Problem,
  seed: number,
  patience: Patience,
  onProgress?: (progress: SearchProgress) => void,
): SearchRun => {
  const shares: number[] = [];
  const rule = ruleOf(patience);
  let progress: SearchProgress | undefined;
  const solution = solve(problem, {
    seed,
    stop: (state) => {
      const share = rule(state);
      shares.push(share);
      return share;
    },
    onProgress: (told) => {
      progress = told;
      onProgress?.(told);
    },
  });
  return { solution, seed, shares, progress };
};

const ruleOf = ({ seconds = 10, iterations, shares }: Patience): StopRule => {
  if (shares) return answersOf(shares);
  if (iterations !== undefined) return afterIterations(iterations);
  return afterSeconds(seconds, () => performance.now() / 1000);
};

const answersOf = (shares: readonly number[]): StopRule => {
  let asked = 0;
  return () => shares[asked++] ?? 1;
};
