import * as endpoints from '../../../shared/protocol/endpoints/plans.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { planEntity } from '../../store/entities/plan.ts';
import { planPartEntity } from '../../store/entities/plan-part.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { planParts, planProposalOf, planRuns } from '../../store/questions/plan-file.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { requestPlan } from '../request-plan.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

/** So many of the unassigned a reviewer sees by name. */
const mostNamed = 100;

export const planRoutes: readonly Route[] = [
  staffRoute(endpoints.requestPlan, async (asked) => {
    const { territoryId, day } = asked.params;
    const named = { territoryIds: 'params.territoryId', fromDay: 'params.day', days: 'params.day' };
    const wish = { territoryIds: [territoryId], fromDay: day, days: 1, seed: asked.body.seed, named };
    const { work, answer } = await requestPlan(asked, wish);
    return asked.settle(work, answer);
  }),

  staffRoute(endpoints.requestHorizonPlan, async (asked) => {
    const named = { territoryIds: 'body.territoryIds', fromDay: 'body.fromDay', days: 'body.days' };
    const { work, answer } = await requestPlan(asked, { ...asked.body, named });
    return asked.settle(work, answer);
  }),

  staffRoute(endpoints.getPlan, async (asked) => {
    const { deps, tenantId, params } = asked;
    const [plan, parts] = await Promise.all([
      planOf(asked, params.planId),
      planParts(deps.table, tenantId, params.planId),
    ]);
    return { ...plan, parts };
  }),

  staffRoute(endpoints.listPlanRuns, async ({ deps, tenantId, params }) => {
    const [territory, runs] = await Promise.all([
      deps.table.get(territoryEntity, tenantId, { id: params.territoryId }),
      planRuns(deps.table, tenantId, params, endpoints.mostRuns),
    ]);
    if (!territory) throw notFound('territory');
    return { runs };
  }),

  staffRoute(endpoints.getPlanPart, async ({ deps, tenantId, params }) => {
    const part = await deps.table.get(planPartEntity, tenantId, params);
    if (!part) throw notFound('plan');
    const proposal = await planProposalOf(deps.table, tenantId, part);
    const planned = proposal.routes.flatMap(({ stops }) => stops);
    const named = [...planned, ...proposal.unassigned.slice(0, mostNamed)].map(({ appointmentId }) => appointmentId);
    const appointments = await appointmentsById(deps.table, tenantId, [...new Set(named)]);
    return { part, ...proposal, appointments };
  }),

  staffRoute(endpoints.cancelPlan, (asked) =>
    asked.decide(async () => {
      const before = await planOf(asked, asked.params.planId);
      requireStatus(before, ['requested', 'cancelled']);
      const work = asked.begin();
      if (before.status === 'cancelled') return { work, answer: before };
      return { work, answer: work.update(planEntity, before, { ...before, status: 'cancelled' }) };
    }),
  ),

  staffRoute(endpoints.discardPlan, (asked) =>
    asked.decide(async () => {
      const before = await planOf(asked, asked.params.planId);
      requireStatus(before, ['proposed', 'failed', 'discarded']);
      const work = asked.begin();
      if (before.status === 'discarded') return { work, answer: before };
      return { work, answer: work.update(planEntity, before, { ...before, status: 'discarded' }) };
    }),
  ),
];

const planOf = async ({ deps, tenantId }: StaffAsked, id: string): Promise<Plan> => {
  const plan = await deps.table.get(planEntity, tenantId, { id });
  if (!plan) throw notFound('plan');
  return plan;
};

const requireStatus = (plan: Plan, statuses: readonly Plan['status'][]): void => {
  if (!statuses.includes(plan.status)) {
    throw new Refusal('wrong-state', { detail: `The plan is ${plan.status}.`, present: plan });
  }
};
