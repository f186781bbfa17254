import { inOrderOf, inOrderOfIds } from './in-order-of-ids.ts';
import { compile } from './kernel/compile.ts';
import { withoutCrews } from './kernel/crews.ts';
import { WorkingPlan } from './kernel/working-plan.ts';
import type { Problem } from './problem.ts';
import { anneal, type SearchProgress } from './search/anneal.ts';
import { Random } from './search/random.ts';
import { solutionOf } from './search/solution-of.ts';
import { afterIterations, type StopRule } from './search/stop-rule.ts';
import { warmStart } from './search/warm-start.ts';
import type { Solution } from './solution.ts';

export interface SolveOptions {
  /** The same problem, seed and iterations give the same solution on any machine. */
  readonly seed: number;
  /** When to end, with the best plan so far; absent: after a number of iterations that grows with the problem. */
  readonly stop?: StopRule;
  /** Told now and then, and at the end. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Begins from this plan; absent: from what stands on the day. */
  readonly warmStart?: Solution;
  /** `withFetches`, where parts may be fetched on the way: who asks for none does not carry it. */
  readonly fetching?: (problem: Problem) => Problem;
}

/** Plans for a usual stop: enough for a day of 25 technicians in about two seconds. */
const iterationsPerStop = 20;
const fewestIterations = 500;

export const usualIterations = ({ stops }: Problem): number =>
  stops.length === 0 ? 0 : Math.max(fewestIterations, stops.length * iterationsPerStop);

/**
 * Looks for the best plan: fewest of the most urgent lost, or the least value; then the least cost. docs/routing.md tells how. It gives
 * way with its progress every thousand iterations, so that its caller can look up, and goes on as if nothing had been when asked again.
 */
export const searching = function* (
  problem: Problem,
  options: Omit<SolveOptions, 'onProgress'>,
): Generator<SearchProgress, Solution> {
  const { seed, stop = afterIterations(usualIterations(problem)), fetching = (each: Problem) => each } = options;
  const ordered = inOrderOfIds(problem);
  const kernel = compile(withoutCrews(fetching(ordered)));
  const plan = new WorkingPlan(kernel);
  warmStart(plan, options.warmStart);
  const sequences = yield* anneal(plan, new Random(seed), stop);
  return inOrderOf(problem, solutionOf(ordered, kernel, sequences));
};

/** The best plan found, without looking up. */
export const solve = (problem: Problem, { onProgress, ...options }: SolveOptions): Solution => {
  const search = searching(problem, options);
  let step = search.next();
  for (; !step.done; step = search.next()) onProgress?.(step.value);
  return step.value;
};

/** The day as it stands, without any planning: what a proposal is compared with. */
export const standingSolution = (problem: Problem): Solution => {
  const kernel = compile(withoutCrews(problem));
  const plan = new WorkingPlan(kernel);
  warmStart(plan, undefined, true);
  return solutionOf(
    problem,
    kernel,
    plan.routes.map(({ node, count }) => node.slice(1, count + 1)),
  );
};
