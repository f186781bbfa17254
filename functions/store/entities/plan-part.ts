import { planPartSchema, type PlanPart } from '../../../shared/model/plan-part.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its plan, in order of day; found as a run by its territory and day, the last first. */
export const planPartEntity = defineEntity<PlanPart, Pick<PlanPart, 'planId' | 'territoryId' | 'day'>>({
  name: 'plan-part',
  schema: planPartSchema,
  key: ({ planId, territoryId, day }) => ({ partition: ['PLAN', planId], sort: `PART#${day}#${territoryId}` }),
  gsi1: ({ territoryId, day, planId }) => ({ partition: ['PLAN-RUNS', territoryId, day], sort: planId }),
});
