import { requestedPlans } from '../store/questions/for-the-clock.ts';
import { planParts } from '../store/questions/plan-file.ts';
import { planEntity } from '../store/entities/plan.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { Round } from './round.ts';
import type { TimersDeps } from './timers-deps.ts';
import { olderThan } from './older-than.ts';

/** Longer than a part takes with two repeats, so that none is queued twice in the usual course. */
export const planWaitsSeconds = 15 * 60;
/** Nobody waits at the console for so long: he is told that it failed, and may ask again. */
export const planGivenUpSeconds = 3600;

/** Queues the next parts of plans again in which nothing has moved (a command that comes twice finds its part done), and gives up those that even so stand still. */
export const resumePlans = async (
  deps: TimersDeps,
  tenantId: string,
): Promise<Pick<Round, 'plansResumed' | 'plansGivenUp'>> => {
  const now = deps.clock().toISOString();
  const round = { plansResumed: 0, plansGivenUp: 0 };
  for (const plan of await requestedPlans(deps.table, tenantId)) {
    if (!olderThan(plan.updatedAt, planWaitsSeconds, now)) continue;
    if (!olderThan(plan.updatedAt, planGivenUpSeconds, now)) {
      await queueNextParts(deps, tenantId, plan.id);
      round.plansResumed++;
      continue;
    }
    const work = beginWork({ ...deps, tenantId, now });
    work.update(planEntity, plan, { ...plan, status: 'failed', failure: 'The planner gave no answer within an hour.' });
    if ((await work.commit()).ok) round.plansGivenUp++;
  }
  return round;
};

const queueNextParts = async ({ table, queuePlan }: TimersDeps, tenantId: string, planId: string): Promise<void> => {
  for (const { status, waitsFor, territoryId, day } of await planParts(table, tenantId, planId)) {
    if (status === 'waiting' && waitsFor === 0) await queuePlan({ tenantId, planId, territoryId, day });
  }
};
