import type { PlanWishCosts } from '../model/plan.ts';
import { solutionCostsOf } from './costs/solution-costs.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

/** What a plan pays for each wish, recomputed apart from the solver. */
export const wishCostsOf = (problem: Problem, solution: Solution): PlanWishCosts => {
  const { routes, unfairness, sprawl } = solutionCostsOf(problem, solution);
  const sum = (part: 'waiting' | 'overtime' | 'change') =>
    Math.round(routes.reduce((total, route) => total + route[part], 0));
  return {
    fairness: Math.round(unfairness),
    compactness: Math.round(sprawl),
    waiting: sum('waiting'),
    overtime: sum('overtime'),
    stability: sum('change'),
  };
};
