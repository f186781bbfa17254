import type { TravelSourceKind } from '../../shared/geo/travel-model.ts';
import type { Plan, PlanFigures, PlanWishCosts } from '../../shared/model/plan.ts';
import type { PlanPart, PlanProposal } from '../../shared/model/plan-part.ts';
import { checkHorizon } from '../../shared/routing/check-horizon.ts';
import { planEntity } from '../store/entities/plan.ts';
import { planPageEntity } from '../store/entities/plan-page.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { planParts, planProposalOf } from '../store/questions/plan-file.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { PlannerDeps } from './planner-deps.ts';
import { proposalPages } from './proposal-pages.ts';

/** How a part ended; without a proposal it failed. */
export interface PartOutcome
  extends
    Partial<Pick<PlanPart, 'before' | 'after' | 'run' | 'failure'>>,
    Pick<PlanPart, 'unassignedTotal' | 'carried'> {
  readonly proposal?: PlanProposal;
}

/** Parts that end at the same moment write the same plan; each of them decides anew so often. */
const mostDecisions = 50;

/**
 * Ends a part in one transaction: its routes, its place in the count, and one part less to wait for for those after it.
 * Whoever finishes last joins the plan. A part that was ended before, or that nobody wants any more, is left alone.
 */
export const finishPart = async (
  planner: PlannerDeps,
  tenantId: string,
  { planId, territoryId, day }: Pick<PlanPart, 'planId' | 'territoryId' | 'day'>,
  outcome: PartOutcome,
): Promise<void> => {
  for (let count = 0; count < mostDecisions; count++) {
    const [plan, part] = await Promise.all([
      planner.table.get(planEntity, tenantId, { id: planId }),
      planner.table.get(planPartEntity, tenantId, { planId, territoryId, day }),
    ]);
    if (plan?.status !== 'requested' || part?.status !== 'waiting') return;
    const work = beginWork({ ...planner, tenantId, now: planner.clock().toISOString() });
    const pages = outcome.proposal ? proposalPages(part, outcome.proposal) : [];
    for (const page of pages) work.add(planPageEntity, page);
    const ended = work.update(planPartEntity, part, endedPart(part, outcome, pages.length));
    for (const next of part.then) {
      work.count(planPartEntity, { planId, ...next }, { field: 'waitsFor', by: -1, refusal: 'not-waited-for' });
    }
    work.update(planEntity, plan, await joined(planner, tenantId, countedIn(plan, ended), outcome.proposal));
    if ((await work.commit()).ok) return;
  }
  throw new Error(`The part of ${planId} for ${territoryId} on ${day} could not be counted in`);
};

const endedPart = (part: PlanPart, outcome: PartOutcome, pages: number): PlanPart => {
  const { proposal, ...rest } = outcome;
  const changed = proposal?.routes.flatMap(({ stops }) => stops).filter(({ change }) => change !== 'kept') ?? [];
  // A crew's appointment is one change, however many go.
  const changes = new Set(changed.map(({ appointmentId }) => appointmentId)).size;
  return { ...part, ...rest, status: proposal ? 'done' : 'failed', pages, changes };
};

const countedIn = (plan: Plan, part: PlanPart): Plan => {
  const { working: _working, ...progress } = plan.progress;
  const hasFailed = part.status === 'failed';
  return {
    ...plan,
    progress: {
      ...progress,
      partsDone: progress.partsDone + 1,
      partsFailed: progress.partsFailed + (hasFailed ? 1 : 0),
      placed: progress.placed + (part.after?.scheduled ?? 0),
    },
    changes: plan.changes + part.changes,
    unassignedTotal: plan.unassignedTotal + part.unassignedTotal,
    ...(part.before && { before: added(plan.before, part.before) }),
    ...(part.after && { after: added(plan.after, part.after) }),
    ...(part.failure !== undefined && { failure: plan.failure ?? part.failure }),
  };
};

const added = (sum: PlanFigures | undefined, figures: PlanFigures): PlanFigures => ({
  scheduled: (sum?.scheduled ?? 0) + figures.scheduled,
  late: (sum?.late ?? 0) + figures.late,
  travelSeconds: (sum?.travelSeconds ?? 0) + figures.travelSeconds,
  travelMetres: (sum?.travelMetres ?? 0) + figures.travelMetres,
  ...(figures.overtimeSeconds !== undefined && {
    overtimeSeconds: (sum?.overtimeSeconds ?? 0) + figures.overtimeSeconds,
  }),
  ...(figures.wishes && { wishes: addedWishes(sum?.wishes, figures.wishes) }),
  ...(figures.travelSource && { travelSource: lessSure(sum?.travelSource, figures.travelSource) }),
});

const addedWishes = (sum: PlanWishCosts | undefined, costs: PlanWishCosts): PlanWishCosts => ({
  fairness: (sum?.fairness ?? 0) + costs.fairness,
  compactness: (sum?.compactness ?? 0) + costs.compactness,
  waiting: (sum?.waiting ?? 0) + costs.waiting,
  overtime: (sum?.overtime ?? 0) + costs.overtime,
  stability: (sum?.stability ?? 0) + costs.stability,
});

/** Of the sources of two territories' times, the one that is trusted less. */
const lessSure = (one: TravelSourceKind | undefined, other: TravelSourceKind): TravelSourceKind =>
  (['estimate', 'routing-service'] as const).find((source) => source === one || source === other) ?? other;

/** The plan with its answer once every part is there: what all of them propose together is checked before it is shown. */
const joined = async (
  planner: PlannerDeps,
  tenantId: string,
  plan: Plan,
  last: PlanProposal | undefined,
): Promise<Plan> => {
  const { parts, partsDone, partsFailed } = plan.progress;
  if (partsDone < parts) return plan;
  if (partsFailed === parts) return { ...plan, status: 'failed' };
  const done = (await planParts(planner.table, tenantId, plan.id)).filter(({ status }) => status === 'done');
  const proposals = await Promise.all(done.map((part) => planProposalOf(planner.table, tenantId, part)));
  const violations = checkHorizon(last ? [...proposals, last] : proposals);
  if (violations.length === 0) return { ...plan, status: 'proposed' };
  planner.log.error('The checker refused what the parts of a plan propose together', { planId: plan.id, violations });
  const failure = violations.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ');
  return { ...plan, status: 'failed', failure: failure.slice(0, 200) };
};
