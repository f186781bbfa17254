import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEntity } from '../../../functions/store/entities/site.ts';
import { buildStreets } from '../../../shared/geo/gazetteer/build-streets.ts';
import { packStreets } from '../../../shared/geo/gazetteer/pack-streets.ts';
import type { Position } from '../../../shared/model/place.ts';
import { aSite } from '../../builders/a-site.ts';
import { anId, aRecord } from '../../builders/an-id.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

const harbor = aCompany();
const rival = aCompany();
let world: HttpWorld;
let token: string;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  await seedCompany(world, rival);
  token = await world.token({ tenantId: harbor.tenant.id, roles: ['administrator'] });
});
afterAll(() => world.close());

const house = (street: string, number: string, position: Position) => ({
  street,
  number,
  locality: 'Boston',
  position,
});
const packed = (...rows: ReturnType<typeof house>[]) => packStreets(buildStreets(rows).streets);
const put = (path: string, body: object) => world.call({ method: 'PUT', path: `/v1/gazetteer${path}`, token, body });
const takeOver = (edition: string, pages = 1) =>
  put('/city', { edition, pages, streets: 1, houses: 1, attribution: 'City of Boston' });
const search = async (text: string, by = token) =>
  (await world.call({ path: '/v1/places', query: `text=${encodeURIComponent(text)}`, token: by })).body;

describe('imported addresses', () => {
  test('are found once their edition is taken over, and go when another is', async () => {
    const beacon = house('Beacon Street', '10', [-71.064, 42.358]);
    expect((await put('/city/editions/one/pages/0', { streets: packed(beacon) })).status).toBe(204);
    expect(await search('10 beacon st')).toMatchObject({ results: [] });
    expect(await takeOver('one')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await search('10 becaon st')).toMatchObject({
      results: [
        { addressText: '10 Beacon Street, Boston', location: [-71.064, 42.358], quality: 'point', source: 'gazetteer' },
      ],
      attributions: ['City of Boston'],
    });
    await put('/city/editions/two/pages/0', { streets: packed(house('Tremont Street', '5', [-71.06, 42.357])) });
    expect(await takeOver('two')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await search('10 beacon st')).toMatchObject({ results: [] });
    expect(await search('5 tremont')).toMatchObject({ results: [{ addressText: '5 Tremont Street, Boston' }] });
  });

  test('are not taken over while pages are missing', async () => {
    expect(await takeOver('three', 2)).toMatchObject({ status: 400, body: { errors: [{ field: 'body.pages' }] } });
    expect(await search('5 tremont')).toMatchObject({ results: [{ addressText: '5 Tremont Street, Boston' }] });
  });

  test('are described from a place on the map', async () => {
    const query = 'longitude=-71.06001&latitude=42.35701';
    const { body } = await world.call({ path: '/v1/places/nearest', query, token });
    expect(body).toMatchObject({ results: [{ addressText: '5 Tremont Street, Boston', quality: 'point' }] });
  });

  test('of one company are not found by another', async () => {
    const other = await world.token({ tenantId: rival.tenant.id, roles: ['dispatcher'] });
    expect(await search('5 tremont', other)).toMatchObject({ results: [], attributions: [] });
  });
});

describe('a customer’s site', () => {
  const place = { location: [-71.06, 42.357] as Position, addressText: '5 Tremont Street' };
  const site = aSite({ id: anId('site'), customerId: harbor.customer.id, name: 'Shop', place });

  test('stands before the imported address, once, with whose it is', async () => {
    await world.keep(siteEntity, harbor.tenant.id, site);
    const { results } = await search('5 tremnt street');
    expect(results).toEqual([
      {
        ...place,
        quality: 'point',
        defaultPointSuspected: false,
        source: 'customer',
        site: { siteId: site.id, customerId: harbor.customer.id, name: 'Shop' },
      },
    ]);
  });

  test('is suspected to lie on a default point when many streets lie there', async () => {
    const cityHall: Position = [-71.0587, 42.3594];
    for (const street of ['Quincy', 'Queen', 'Quarry', 'Quail', 'Quebec']) {
      const lost = { location: cityHall, addressText: `7 ${street} Street` };
      await world.keep(
        siteEntity,
        harbor.tenant.id,
        aSite({ ...aRecord('site'), customerId: harbor.customer.id, place: lost }),
      );
    }
    expect(await search('7 quincy street')).toMatchObject({ results: [{ defaultPointSuspected: true }] });
  });
});

describe('a place on the map', () => {
  const fiveMinutes = () => (world.now = new Date(world.now.getTime() + 300_000));
  const describe_ = async ([longitude, latitude]: Position) =>
    (await world.call({ path: '/v1/places/nearest', query: `longitude=${longitude}&latitude=${latitude}`, token }))
      .body;

  test('is a customer’s site where no imported address is near', async () => {
    const place = { location: [-70.9, 42.5] as Position, addressText: '3 Lighthouse Lane' };
    const customerId = harbor.customer.id;
    await world.keep(siteEntity, harbor.tenant.id, aSite({ ...aRecord('site'), customerId, name: 'Light', place }));
    fiveMinutes();
    expect(await describe_([-70.9001, 42.5])).toMatchObject({ results: [{ ...place, site: { name: 'Light' } }] });
    expect(await describe_([-70.9, 42.502])).toMatchObject({ results: [] });
  });
});

test('a site is found although the first letter of its street is wrong', async () => {
  expect(await search('3 Kighthouse Lane')).toMatchObject({ results: [{ addressText: '3 Lighthouse Lane' }] });
});
