import { planSchema, type Plan } from '../../shared/model/plan.ts';
import { planPartSchema, type PlanPart } from '../../shared/model/plan-part.ts';
import { homeTerritoryId } from './a-territory.ts';
import { aRecord } from './an-id.ts';

/** A plan of Tuesday that was just asked for. */
export const aPlan = (changes: Partial<Plan> = {}): Plan =>
  planSchema.parse({
    ...aRecord('plan'),
    territoryIds: [homeTerritoryId],
    days: ['2026-05-12'],
    status: 'requested',
    requestedBy: 'Dana Cole',
    seed: 7,
    progress: { parts: 1, partsDone: 0, partsFailed: 0, placed: 0 },
    changes: 0,
    accepted: 0,
    unassignedTotal: 0,
    ...changes,
  });

/** The first part of a plan, which waits for nothing but the planner. */
export const aPlanPart = (plan: Plan, changes: Partial<PlanPart> = {}): PlanPart => {
  const { version, createdAt, updatedAt } = plan;
  return planPartSchema.parse({
    ...{ planId: plan.id, territoryId: plan.territoryIds[0], day: plan.days[0], version, createdAt, updatedAt },
    ...{ status: 'waiting', waitsFor: 0, then: [], pages: 0, changes: 0, accepted: 0 },
    ...{ unassignedTotal: 0, carried: 0 },
    ...changes,
  });
};
