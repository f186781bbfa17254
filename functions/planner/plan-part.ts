import type { Plan, PlanFigures } from '../../shared/model/plan.ts';
import type { PlanPartRef } from '../../shared/model/plan-part.ts';
import type { PlanCommand } from '../../shared/protocol/plan-command.ts';
import { checkSolution } from '../../shared/routing/checker.ts';
import { planOfSolution } from '../../shared/routing/plan-of-solution.ts';
import { problemOfDay } from '../../shared/routing/problem-of-day.ts';
import type { SearchProgress } from '../../shared/routing/search/anneal.ts';
import { standingSolution } from '../../shared/routing/solve.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import { overtimeOf } from '../../shared/routing/overtime-of.ts';
import { wishCostsOf } from '../../shared/routing/wish-costs.ts';
import { solverVersion } from '../../shared/routing/solver-version.ts';
import { planEntity } from '../store/entities/plan.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { finishPart, type PartOutcome } from './finish-part.ts';
import { inputsDigest } from './inputs-digest.ts';
import { loadPart } from './load-part.ts';
import { planWatch } from './plan-watch.ts';
import type { PlannerDeps } from './planner-deps.ts';
import { promisedParts } from './promised-parts.ts';
import { solveDisturbed } from './solve-disturbed.ts';
import { solvePart, type Search, type SolvePartOptions } from './solve-part.ts';

export interface Planner extends PlannerDeps {
  /** Another solver, for tests of what the checker is for. */
  readonly search?: Search;
}

/** Then the best so far is taken; the function has two minutes. */
const longestSeconds = 40;

/** Plans one part of a requested plan, once: a command that comes again, or for a plan that nobody wants any more, changes nothing. */
export const planPart = async (
  planner: Planner,
  { tenantId, planId, territoryId, day }: PlanCommand,
): Promise<void> => {
  const ref = { planId, territoryId, day };
  const [plan, part] = await Promise.all([
    planner.table.get(planEntity, tenantId, { id: planId }),
    planner.table.get(planPartEntity, tenantId, ref),
  ]);
  if (plan?.status !== 'requested' || part?.status !== 'waiting' || part.waitsFor > 0) return;
  const now = planner.clock().toISOString();
  const isWanted = planWatch(planner, tenantId, planId, ref);
  const hasTime = () => planner.clock().getTime() - Date.parse(now) < longestSeconds * 1000;
  const course = { now, goOn: async (progress: SearchProgress) => (await isWanted(progress)) && hasTime() };
  const outcome = await solvedPart(planner, { tenantId, plan, part: ref, ...course });
  await finishPart(planner, tenantId, ref, outcome);
};

/** Gives a part up, in sight of who asked for the plan; the parts after it go on without it. */
export const giveUpPart = async (planner: Planner, { tenantId, ...ref }: PlanCommand): Promise<void> =>
  finishPart(planner, tenantId, ref, failed('The planner failed; the operator was told.'));

interface Solving extends Pick<SolvePartOptions, 'iterations' | 'goOn'> {
  readonly tenantId: string;
  readonly plan: Plan;
  readonly part: PlanPartRef;
  readonly now: string;
}

/**
 * What a part comes to; the checker refuses whatever is not feasible. With the `now` and the number of iterations of a run that
 * was kept, and the inputs of that time, it comes to the same again.
 */
export const solvedPart = async (planner: Planner, solving: Solving): Promise<PartOutcome> => {
  const { plan, part, now } = solving;
  const loaded = await loadPart({ ...planner, ...solving });
  const problem = problemOfDay(loaded.planning);
  const standing = standingSolution(problem);
  const { solution, iterations } = plan.disturbance
    ? { solution: solveDisturbed(problem, standing, plan.disturbance, plan.seed), iterations: undefined }
    : await solvePart(problem, { ...solving, seed: plan.seed, search: planner.search });
  const violations = checkSolution(problem, solution);
  if (violations.length > 0) {
    planner.log.error('The checker refused a plan', { planId: plan.id, ...part, violations });
    return failed(violations.map(({ kind, detail }) => `${kind}: ${detail}`).join('; '));
  }
  const { mayWait, leftOut, onVan } = loaded;
  const { routes, before, after, unassigned, unassignedTotal, carried } = planOfSolution(
    problem,
    standing,
    solution,
    mayWait,
  );
  const weighed = (some: Solution) => (plan.preferences ? wishFigures(problem, some) : {});
  return {
    proposal: { routes, unassigned, promised: promisedParts(problem, routes, onVan) },
    before: { ...before, ...weighed(standing) },
    after: { ...after, ...weighed(solution), travelSource: loaded.planning.travel.source },
    unassignedTotal: unassignedTotal + leftOut,
    carried,
    run: {
      ...{ solver: solverVersion, seed: plan.seed, inputsDigest: inputsDigest(problem), at: now },
      ...(iterations !== undefined && { iterations }),
    },
  };
};

/** What a plan comes to by the company's wishes. */
const wishFigures = (problem: Problem, solution: Solution): Pick<PlanFigures, 'overtimeSeconds' | 'wishes'> => ({
  overtimeSeconds: overtimeOf(problem, solution),
  wishes: wishCostsOf(problem, solution),
});

const failed = (failure: string): PartOutcome => ({ unassignedTotal: 0, carried: 0, failure: failure.slice(0, 200) });
