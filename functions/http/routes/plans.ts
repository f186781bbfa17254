import * as endpoints from '../../../shared/protocol/endpoints/plans.ts';
import type { Plan, PlannedStop } from '../../../shared/model/plan.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { planEntity } from '../../store/entities/plan.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { acceptStops, type WantedStop } from '../accept-stops.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const planRoutes: readonly Route[] = [
  // The change stream carries the request to the planner's queue, so that nothing is lost between table and queue.
  staffRoute(endpoints.requestPlan, async (asked) => {
    const { deps, tenantId, params, body, caller } = asked;
    if (!(await deps.table.get(territoryEntity, tenantId, { id: params.territoryId }))) throw notFound('territory');
    const work = asked.begin();
    const plan = work.create(planEntity, {
      id: deps.newId('plan'),
      ...params,
      status: 'requested',
      requestedBy: caller.name,
      seed: body.seed ?? Math.floor(deps.random() * 1_000_000_000),
      routes: [],
      unassigned: [],
      unassignedTotal: 0,
    });
    return asked.settle(work, plan);
  }),

  staffRoute(endpoints.getPlan, (asked) => planOf(asked, asked.params.planId)),

  staffRoute(endpoints.acceptPlan, async (asked) => {
    const plan = await planOf(asked, asked.params.planId);
    requireStatus(plan, ['proposed', 'partly-accepted', 'accepted']);
    const proposed = changesOf(plan);
    const named = asked.body.appointmentIds;
    const unknown = named?.findIndex((id) => !proposed.some(({ stop }) => stop.appointmentId === id)) ?? -1;
    if (unknown >= 0) throw badField(`body.appointmentIds.${unknown}`, 'the plan does not move this appointment');
    const wanted = proposed.filter(({ stop }) => named?.includes(stop.appointmentId) ?? true);
    const { accepted, refused } = await acceptStops(asked, wanted);
    return asked.decide(async () => {
      const before = await planOf(asked, plan.id);
      const whole = accepted.length === proposed.length;
      const status = whole
        ? 'accepted'
        : accepted.length > 0 && before.status !== 'accepted'
          ? 'partly-accepted'
          : before.status;
      const work = asked.begin();
      const after = status === before.status ? before : work.update(planEntity, before, { ...before, status });
      return { work, answer: { plan: after, accepted, refused } };
    });
  }),

  staffRoute(endpoints.discardPlan, (asked) =>
    asked.decide(async () => {
      const before = await planOf(asked, asked.params.planId);
      requireStatus(before, ['requested', 'proposed', 'failed', 'discarded']);
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

const isChange = ({ change }: PlannedStop): boolean => change !== 'kept';

const changesOf = ({ routes }: Plan): WantedStop[] =>
  routes.flatMap(({ technicianId, stops }) => stops.filter(isChange).map((stop) => ({ technicianId, stop })));
