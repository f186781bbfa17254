import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let token = '';
const company = aCompany();

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  token = await world.token({ tenantId: company.tenant.id, roles: ['dispatcher'] });
});
afterAll(() => world.close());

const ask = (places: string) =>
  world.call({
    method: 'GET',
    path: `/v1/territories/${company.territory.id}/travel-times`,
    query: `places=${encodeURIComponent(places)}`,
    token,
  });

test('ways between places are told all to all, with whence the times come', async () => {
  const { status, body } = await ask('-71.06,42.36;-71.1,42.4;-71.06,42.36');
  expect(status).toBe(200);
  expect(body).toMatchObject({ travelSource: 'estimate' });
  expect(body['seconds']).toHaveLength(9);
  expect((body['seconds'] as number[])[1]).toBeGreaterThan(300);
  expect((body['seconds'] as number[])[2]).toBe(0);
});

test('one place, or what is no place, is refused by name', async () => {
  expect(await ask('-71.06,42.36')).toMatchObject({ status: 400, body: { errors: [{ field: 'query.places' }] } });
  expect(await ask('north;south')).toMatchObject({ status: 400 });
});

const askMatrix = (places: readonly (readonly [number, number])[]) =>
  world.call({
    method: 'POST',
    path: `/v1/territories/${company.territory.id}/travel-matrix`,
    body: { day: '2026-05-12', places },
    token,
  });

test('a whole day asks for its ways at once, the same as for a few', async () => {
  const { status, body } = await askMatrix([
    [-71.06, 42.36],
    [-71.1, 42.4],
  ]);
  expect(status).toBe(200);
  expect(body).toEqual((await ask('-71.06,42.36;-71.1,42.4')).body);
});

test('more places than an answer can hold are refused by name', async () => {
  const many = Array.from({ length: 501 }, (_, index) => [-71 - index / 1000, 42.36] as const);
  expect(await askMatrix(many)).toMatchObject({ status: 400, body: { errors: [{ field: 'body.places' }] } });
});
