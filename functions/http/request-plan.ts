import { addDays, dayOf } from '../../shared/geo/zoned-time.ts';
import { mostPlanParts, type Plan, type PlanDisturbance } from '../../shared/model/plan.ts';
import type { PlanPreferences } from '../../shared/model/plan-preferences.ts';
import { splitHorizon } from '../../shared/rules/split-horizon.ts';
import { planPreferencesOf } from '../api/plan-preferences-of.ts';
import { badField, notFound } from '../platform/errors.ts';
import { allTechnicians } from '../store/questions/catalogue.ts';
import { planEntity } from '../store/entities/plan.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';

export interface PlanWish {
  readonly territoryIds: readonly string[];
  readonly fromDay: string;
  readonly days: number;
  readonly seed?: number | undefined;
  /** Other wishes than the company's, for this plan alone. */
  readonly preferences?: PlanPreferences | undefined;
  /** What is to be planned anew; absent: everything. */
  readonly disturbance?: PlanDisturbance | undefined;
  /** How fields are called where it was asked. */
  readonly named: { readonly territoryIds: string; readonly fromDay: string; readonly days: string };
}

/**
 * The plan and all of its parts, in one transaction. The change stream carries those parts to the planner's queue that wait
 * for none, so that nothing is lost between table and queue.
 */
export const requestPlan = async (
  asked: StaffAsked,
  { territoryIds, fromDay, days: length, seed, preferences, disturbance, named }: PlanWish,
): Promise<{ work: UnitOfWork; answer: Plan }> => {
  const { deps, tenantId } = asked;
  if (territoryIds.length * length > mostPlanParts) {
    throw badField(named.days, `territories times days may be ${mostPlanParts} at most`);
  }
  if (disturbance && (territoryIds.length > 1 || length > 1)) {
    throw badField('body.disturbance', 'only one day of one territory is planned anew');
  }
  await requirePlannable(asked, territoryIds, fromDay, named);
  const days = Array.from({ length }, (_, at) => addDays(fromDay, at));
  const [technicians, wished] = await Promise.all([
    allTechnicians(deps.table, tenantId),
    preferences ?? planPreferencesOf(asked),
  ]);
  const parts = splitHorizon({ territoryIds, days, technicians });
  const work = asked.begin();
  const plan = work.create(planEntity, {
    id: deps.newId('plan'),
    territoryIds: [...territoryIds],
    days,
    status: 'requested',
    requestedBy: asked.caller.name,
    seed: seed ?? Math.floor(deps.random() * 1_000_000_000),
    preferences: wished,
    ...(disturbance && { disturbance }),
    progress: { parts: parts.length, partsDone: 0, partsFailed: 0, placed: 0 },
    changes: 0,
    accepted: 0,
    unassignedTotal: 0,
  });
  for (const { then, ...part } of parts) {
    work.create(planPartEntity, {
      ...{ planId: plan.id, ...part, then: [...then], status: 'waiting' },
      ...{ pages: 0, changes: 0, accepted: 0, unassignedTotal: 0, carried: 0 },
    });
  }
  return { work, answer: plan };
};

const requirePlannable = async (
  { deps, tenantId, now }: StaffAsked,
  territoryIds: readonly string[],
  fromDay: string,
  named: PlanWish['named'],
): Promise<void> => {
  const refs = territoryIds.map((id) => ({ id }));
  const found = await deps.table.getMany(territoryEntity, tenantId, refs);
  const unknown = territoryIds.findIndex((id) => !found.some((territory) => territory.id === id));
  if (unknown >= 0 && named.territoryIds.startsWith('params')) throw notFound('territory');
  if (unknown >= 0) throw badField(`${named.territoryIds}.${unknown}`, 'there is no such territory');
  if (found.some(({ timeZone }) => fromDay < dayOf(now, timeZone))) throw badField(named.fromDay, 'this day is over');
};
