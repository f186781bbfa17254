import { usualPlanPreferences, type PlanPreferences } from '../../shared/model/plan-preferences.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import type { StaffAsked } from './route.ts';

/** What the company wishes of its plans, or the usual where it has said nothing. */
export const planPreferencesOf = async ({ deps, tenantId }: StaffAsked): Promise<PlanPreferences> => {
  const tenant = await deps.table.get(tenantEntity, tenantId, { id: tenantId });
  return tenant?.planPreferences ?? usualPlanPreferences;
};
