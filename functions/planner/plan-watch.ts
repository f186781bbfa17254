import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { PlanPartRef } from '../../shared/model/plan-part.ts';
import type { SearchProgress } from '../../shared/routing/search/anneal.ts';
import { planEntity } from '../store/entities/plan.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { PlannerDeps } from './planner-deps.ts';

/** However many parts are worked on: a plan's progress is written so seldom. */
const secondsBetweenWrites = 1;

/** Looks at the plan while a part is searched: whether it is still wanted; and tells those who wait how far it is, when a second has gone by. */
export const planWatch =
  (planner: PlannerDeps, tenantId: string, planId: string, part: PlanPartRef) =>
  async ({ placed, travelSeconds }: Pick<SearchProgress, 'placed' | 'travelSeconds'>): Promise<boolean> => {
    const plan = await planner.table.get(planEntity, tenantId, { id: planId });
    if (plan?.status !== 'requested') return false;
    const now = planner.clock().toISOString();
    if (secondsBetween(plan.updatedAt, now) < secondsBetweenWrites) return true;
    const { territoryId, day } = part;
    const working = { territoryId, day, placed, travelSeconds };
    await tell(planner, tenantId, { ...plan, progress: { ...plan.progress, working } }, now);
    return true;
  };

/** Whoever wrote the plan meanwhile was first; the next look tells more anyway. */
const tell = async (planner: PlannerDeps, tenantId: string, plan: Plan, now: string): Promise<void> => {
  const work = beginWork({ ...planner, tenantId, now });
  work.update(planEntity, plan, plan);
  await work.commit();
};
