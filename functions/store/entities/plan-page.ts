import { planPageSchema, type PlanPage } from '../../../shared/model/plan-part.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its plan, apart from the parts: whoever looks at the plan as a whole reads no routes. */
export const planPageEntity = defineEntity<PlanPage, Pick<PlanPage, 'planId' | 'territoryId' | 'day' | 'page'>>({
  name: 'plan-page',
  schema: planPageSchema,
  key: ({ planId, territoryId, day, page }) => ({
    partition: ['PLAN', planId],
    sort: `ROUTES#${day}#${territoryId}#${String(page).padStart(3, '0')}`,
  }),
});
