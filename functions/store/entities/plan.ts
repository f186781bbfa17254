import { planSchema, type Plan } from '../../../shared/model/plan.ts';
import { defineEntity } from '../entity.ts';

/** Stands on its day's board, and among what waits until the planner has answered. */
export const planEntity = defineEntity<Plan, Pick<Plan, 'id'>>({
  name: 'plan',
  schema: planSchema,
  key: ({ id }) => ({ partition: ['PLAN', id], sort: 'PLAN' }),
  gsi2: ({ territoryId, day, id }) => ({ partition: ['TERRITORY', territoryId, 'DAY', day], sort: `PLAN#${id}` }),
  gsi3: ({ status, id }) => (status === 'requested' ? { partition: ['PLANS-REQUESTED'], sort: id } : undefined),
});
