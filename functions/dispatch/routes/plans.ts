import { acceptPlan as endpoint } from '../../../shared/protocol/endpoints/plan-acceptance.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { planEntity } from '../../store/entities/plan.ts';
import { acceptPlan } from '../accept-plan.ts';
import { staffRoute, type Route } from '../route.ts';

const acceptable = ['proposed', 'partly-accepted', 'accepted'];

export const planRoutes: readonly Route[] = [
  staffRoute(endpoint, async (asked) => {
    const plan = await asked.deps.table.get(planEntity, asked.tenantId, { id: asked.params.planId });
    if (!plan) throw notFound('plan');
    if (!acceptable.includes(plan.status)) {
      throw new Refusal('wrong-state', { detail: `The plan is ${plan.status}.`, present: plan });
    }
    return acceptPlan(asked, plan, asked.body);
  }),
];
