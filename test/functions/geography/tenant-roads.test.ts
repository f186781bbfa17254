import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeKnownPlace } from '../../../functions/geography/find-places.ts';
import { tenantRoads } from '../../../functions/geography/tenant-roads.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { RoadNetwork } from '../../../shared/geo/road/road-network.ts';
import { sourceOf, type TravelSource } from '../../../shared/geo/travel-source.ts';
import type { Position } from '../../../shared/model/place.ts';
import { aRoadSource, aRoadWay, builtRoads } from '../../builders/a-road-source.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { aRecord } from '../../builders/an-id.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';

const now = '2026-05-12T13:00:00.000Z';
const harbor = aCompany();
const tenantId = harbor.tenant.id;
const street = (name: string, [x, y]: Position): RoadNetwork => {
  const corners: Position[] = [
    [x, y],
    [x + 0.01, y],
    [x + 0.01, y + 0.01],
  ];
  return builtRoads(aRoadSource(corners, [aRoadWay(1, [0, 1, 2], { name }), aRoadWay(2, [2, 0], { name: '' })]))
    .network;
};
const boston = street('Beacon Street', [-71.07, 42.35]);
const porto = street('Rua do Almada', [-8.61, 41.15]);
const travel: TravelSource = {
  ...sourceOf(estimatedTravel),
  roads: async (name = 'boston') => ({ boston, porto })[name],
};
let held: TestTable;
beforeAll(async () => {
  held = await openTestTable();
  await seedCompany(held, harbor);
  await held.keep(territoryEntity, tenantId, aTerritory({ ...aRecord('territory'), roadNetwork: 'porto' }));
});
afterAll(() => held.close());

describe('the roads of a company', () => {
  test('are those of its territories, with the deployment’s where one names none', async () => {
    const networks = await tenantRoads({ table: held.table, travel }, tenantId);
    expect(new Set(networks)).toEqual(new Set([boston, porto]));
  });

  test('are none where no network was imported', async () => {
    expect(await tenantRoads({ table: held.table, travel: sourceOf(estimatedTravel) }, tenantId)).toEqual([]);
  });

  test('name a place that is in no list of addresses, as a street and by whose data', async () => {
    const log = { error: () => undefined };
    const deps = {
      table: held.table,
      travel,
      log,
      verifier: () => Promise.reject(new Error('nobody signs in')),
      clock: () => new Date(now),
      newId: () => 'none' as never,
      random: () => 0,
    };
    expect(await describeKnownPlace({ deps, tenantId, now }, [-8.605, 41.1502])).toMatchObject({
      results: [{ addressText: 'Rua do Almada', quality: 'street', source: 'roads' }],
      attributions: ['© OpenStreetMap contributors'],
    });
    expect(await describeKnownPlace({ deps, tenantId, now }, [0, 0])).toEqual({ results: [], attributions: [] });
  });
});
