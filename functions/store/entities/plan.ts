import { planSchema, type Plan } from '../../../shared/model/plan.ts';
import { defineEntity } from '../entity.ts';

/** Among what waits until the planner has answered; its parts and their routes lie with it. */
export const planEntity = defineEntity<Plan, Pick<Plan, 'id'>>({
  name: 'plan',
  schema: planSchema,
  key: ({ id }) => ({ partition: ['PLAN', id], sort: 'PLAN' }),
  gsi3: ({ status, id }) => (status === 'requested' ? { partition: ['PLANS-REQUESTED'], sort: id } : undefined),
});
