import * as z from 'zod/mini';
import { idOf } from '../model/entity.ts';
import { planPartRef } from '../model/plan-part.ts';

/** What the planner's queue carries, one part of a plan: the tenant travels with it because no token does. */
export const planCommand = z.strictObject({
  tenantId: idOf('tenant'),
  planId: idOf('plan'),
  ...planPartRef.shape,
});
export type PlanCommand = z.infer<typeof planCommand>;
