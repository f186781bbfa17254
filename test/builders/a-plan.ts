import { planSchema, type Plan } from '../../shared/model/plan.ts';
import { homeTerritoryId } from './a-territory.ts';
import { aRecord } from './an-id.ts';

/** A plan of Tuesday that was just asked for. */
export const aPlan = (changes: Partial<Plan> = {}): Plan =>
  planSchema.parse({
    ...aRecord('plan'),
    territoryId: homeTerritoryId,
    day: '2026-05-12',
    status: 'requested',
    requestedBy: 'Dana Cole',
    seed: 7,
    routes: [],
    unassigned: [],
    unassignedTotal: 0,
    ...changes,
  });
