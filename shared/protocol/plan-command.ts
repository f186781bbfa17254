import * as z from 'zod/mini';
import { idOf } from '../model/entity.ts';

/** What the planner's queue carries: the tenant travels with it because no token does. */
export const planCommand = z.strictObject({ tenantId: idOf('tenant'), planId: idOf('plan') });
export type PlanCommand = z.infer<typeof planCommand>;
