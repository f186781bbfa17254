import { planPartSchema, type PlanPart } from '../../../shared/model/plan-part.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its plan, in order of day. */
export const planPartEntity = defineEntity<PlanPart, Pick<PlanPart, 'planId' | 'territoryId' | 'day'>>({
  name: 'plan-part',
  schema: planPartSchema,
  key: ({ planId, territoryId, day }) => ({ partition: ['PLAN', planId], sort: `PART#${day}#${territoryId}` }),
});
