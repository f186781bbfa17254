import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveSocketEntity } from '../../../functions/store/entities/live-socket.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
const company = aCompany();
const tenantId = company.tenant.id;
const territoryId = company.territory.id;

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
});
afterAll(() => world.close());

test('who else looks at a territory is told once each, whatever number of windows, without oneself', async () => {
  const expiresAt = '2026-05-12T23:00:00.000Z';
  const token = await world.token({ tenantId, roles: ['dispatcher'] });
  const { body: account } = await world.call({ path: '/v1/account', token });
  const socket = (connectionId: string, accountId: string, accountName: string) =>
    world.keep(liveSocketEntity, tenantId, { connectionId, territoryId, accountId, accountName, expiresAt });
  await socket('c1', 'ada', 'Ada Prescott');
  await socket('c2', 'ada', 'Ada Prescott');
  await socket('c3', String(account['accountId']), 'Myself');
  const { body } = await world.call({ path: `/v1/territories/${territoryId}/watchers`, token });
  expect(body).toEqual({ watchers: [{ accountId: 'ada', name: 'Ada Prescott' }] });
});
