import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes as administration } from '../../../functions/administration/routes.ts';
import { routes as agreements } from '../../../functions/agreements/routes.ts';
import { routes as dispatch } from '../../../functions/dispatch/routes.ts';
import { routes as geography } from '../../../functions/geography/routes.ts';
import { routes as sync } from '../../../functions/sync/routes.ts';
import { routes as http } from '../../../functions/http/routes.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

test.each(Object.entries({ http, dispatch, geography, administration, agreements, sync }))(
  'every endpoint of %s has exactly one route',
  (name, routes) => {
    const keyOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
    const wanted = [...endpoints.values()].filter(({ entry }) => entry === name).map(keyOf);
    expect(routes.map(({ endpoint }) => keyOf(endpoint)).sort()).toEqual(wanted.sort());
  },
);

test('the sign of life reads the table', async () => {
  expect(await world.call({ path: '/healthz' })).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('every answer tells the server time and is not kept, also a refusal', async () => {
  const { headers } = await world.call({ path: '/v1/account' });
  expect(headers).toMatchObject({ 'fieldline-time': '2026-05-12T13:00:00.000Z', 'cache-control': 'no-store' });
});

test('an address that is not there is a problem, too', async () => {
  expect(await world.call({ path: '/v2/nothing' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
