import { planSchema, type Plan } from '../../../shared/model/plan.ts';
import { defineEntity } from '../entity.ts';

export const planEntity = defineEntity<Plan, Pick<Plan, 'id'>>({
  name: 'plan',
  schema: planSchema,
  key: ({ id }) => ({ partition: ['PLAN', id], sort: 'PLAN' }),
  gsi2: ({ territoryId, day, id }) => ({ partition: ['TERRITORY', territoryId, 'DAY', day], sort: `PLAN#${id}` }),
});
