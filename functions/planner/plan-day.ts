import type { Plan } from '../../shared/model/plan.ts';
import type { PlanCommand } from '../../shared/protocol/plan-command.ts';
import { checkSolution } from '../../shared/routing/checker.ts';
import { planOfSolution, type PlanOutcome } from '../../shared/routing/plan-of-solution.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import { problemOfDay } from '../../shared/routing/problem-of-day.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { solve, standingSolution } from '../../shared/routing/solve.ts';
import { planEntity } from '../store/entities/plan.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { PlannerDeps } from './planner-deps.ts';
import { loadDay } from './load-day.ts';

export interface Planner extends PlannerDeps {
  /** Another solver, for tests of what the checker is for. */
  readonly solve?: (problem: Problem, seed: number) => Solution;
}

/** Fills a requested plan with a proposal that the checker passed, once: a command that comes again finds it done. */
export const planDay = async (planner: Planner, { tenantId, planId }: PlanCommand): Promise<void> => {
  const plan = await planner.table.get(planEntity, tenantId, { id: planId });
  if (plan?.status !== 'requested') return;
  const now = planner.clock().toISOString();
  const problem = problemOfDay(await loadDay({ ...planner, tenantId, plan, now }));
  const solution = planner.solve?.(problem, plan.seed) ?? solve(problem, { seed: plan.seed });
  const violations = checkSolution(problem, solution);
  if (violations.length > 0) {
    planner.log.error('The checker refused a plan', { planId, violations });
    const failure = violations.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ');
    await save(planner, tenantId, plan, { status: 'failed', failure: failure.slice(0, 200) });
  } else {
    const outcome = inOneItem(planOfSolution(problem, standingSolution(problem), solution));
    await save(planner, tenantId, plan, { status: 'proposed', ...outcome });
  }
};

/** Gives a plan up, in sight of who asked for it. */
export const giveUpPlan = async (planner: Planner, { tenantId, planId }: PlanCommand): Promise<void> => {
  const plan = await planner.table.get(planEntity, tenantId, { id: planId });
  if (plan?.status !== 'requested') return;
  await save(planner, tenantId, plan, { status: 'failed', failure: 'The planner failed; the operator was told.' });
};

const save = async (planner: Planner, tenantId: string, plan: Plan, outcome: Partial<Plan>): Promise<void> => {
  const work = beginWork({ ...planner, tenantId, now: planner.clock().toISOString() });
  work.update(planEntity, plan, { ...plan, ...outcome });
  // Whoever changed it meanwhile (a second copy of the command, a person who put it aside) was first.
  await work.commit();
};

/** One item of the table holds 400 KB; JSON is never smaller than what the table counts by more than a little. */
const itemBytes = 330_000;

const inOneItem = (outcome: PlanOutcome): PlanOutcome => {
  let fitting = outcome;
  while (fitting.unassigned.length > 0 && Buffer.byteLength(JSON.stringify(fitting)) > itemBytes) {
    fitting = { ...fitting, unassigned: fitting.unassigned.slice(0, Math.floor(fitting.unassigned.length / 2)) };
  }
  return fitting;
};
