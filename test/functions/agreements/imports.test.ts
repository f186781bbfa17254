import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPriceList } from '../../builders/a-price-list.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

const harbor = aCompany();
const tenantId = harbor.tenant.id;
let world: HttpWorld;
let token: string;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  token = await world.token({ tenantId, roles: ['manager'] });
});
afterAll(() => world.close());

const ask = (method: string, path: string, body?: object) =>
  world.call({ method, path: `/v1${path}`, token, ...(body && { body }) });
const bring = (path: string, ...rows: object[]) => ask('POST', `${path}/import`, { rows });
const resultsOf = async (path: string, ...rows: object[]) => (await bring(path, ...rows)).body['results'];

const oven = {
  name: 'Oven 2',
  assetClass: 'oven',
  maker: 'Halden',
  model: 'O-60',
  serial: 'O60-000912',
  installedOn: '2026-02-03',
};
const customerRef = harbor.customer.id;
const warranty = {
  kind: 'maker',
  clause: 'Maker, section 3',
  startsBy: 'installation',
  endsOn: '2028-02-02',
  covers: { labour: 100, parts: 100, travel: 0 },
};
const contract = {
  kind: 'service-agreement',
  clause: 'Gold care',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  covers: { labour: 100, parts: 50, travel: 100 },
  fixWithinSeconds: { emergency: 7200, high: 14_400, normal: 43_200, low: 86_400 },
};

describe('A list of assets', () => {
  test('brings each once, at the site that is named or at the first one, and a repeat adds nothing', async () => {
    const row = { ref: 'A-1', customerRef, site: harbor.site.name.toUpperCase(), asset: oven };
    expect(await resultsOf('/assets', row)).toMatchObject([{ ref: 'A-1', result: 'created' }]);
    expect(await resultsOf('/assets', row)).toMatchObject([{ ref: 'A-1', result: 'unchanged' }]);
    const moved = { ...row, asset: { ...oven, name: 'Oven 3' } };
    expect(await resultsOf('/assets', moved)).toMatchObject([{ ref: 'A-1', result: 'changed' }]);
    const found = await world.call({ path: '/v1/assets', query: 'serial=O60&sites=with', token });
    expect(found.body).toMatchObject({
      items: [{ name: 'Oven 3', siteId: harbor.site.id }],
      customers: [{ id: harbor.customer.id, name: harbor.customer.name }],
      sites: [{ id: harbor.site.id, place: harbor.site.place }],
    });
  });

  test('says line by line what is not there, and keeps no other line back', async () => {
    const asset = { ...oven, serial: 'O60-000913' };
    expect(
      await resultsOf(
        '/assets',
        { ref: 'A-2', customerRef: 'nobody', asset },
        { ref: 'A-3', customerRef, site: 'Moon', asset },
        { ref: 'A-4', customerRef, asset },
      ),
    ).toMatchObject([
      {
        ref: 'A-2',
        result: 'failed',
        detail: 'customer: there is no customer nobody',
        ...{ field: 'customer', finding: 'not-there', said: 'nobody' },
      },
      { ref: 'A-3', result: 'failed', detail: 'site: the customer has no site Moon' },
      { ref: 'A-4', result: 'created' },
    ]);
  });
});

describe('A list of warranties', () => {
  test('finds the asset by its ref or its serial, and begins when it was installed', async () => {
    await bring('/assets', { ref: 'A-1', customerRef, asset: oven });
    const results = await resultsOf(
      '/warranties',
      { ref: 'W-1', asset: 'A-1', warranty },
      { ref: 'W-2', asset: oven.serial, warranty: { ...warranty, kind: 'extended' } },
      { ref: 'W-3', asset: 'unknown', warranty },
      { ref: 'W-4', asset: 'A-1', warranty: { ...warranty, endsOn: '2025-01-01' } },
    );
    expect(results).toMatchObject([
      { result: 'created' },
      { result: 'created' },
      { result: 'failed', detail: 'asset: there is no asset unknown' },
      { result: 'failed', detail: 'endsOn: must not end before it begins', finding: 'ends-before-it-begins' },
    ]);
    const { body } = await world.call({ path: '/v1/warranties', token });
    expect(body['items']).toContainEqual(expect.objectContaining({ kind: 'extended', startsOn: '2026-02-03' }));
  });
});

describe('A list of contracts', () => {
  test('names sites and assets as people do, and keeps what no column says', async () => {
    await bring('/assets', { ref: 'A-1', customerRef, asset: oven });
    const row = { ref: 'C-1', customerRef, sites: [harbor.site.name], assets: [oven.serial], contract };
    const first = await bring('/contracts', row);
    const [{ id } = { id: '' }] = first.body['results'] as { id: string }[];
    const file = await ask('GET', `/contracts/${id}`);
    expect(file.body['contract']).toMatchObject({ siteIds: [harbor.site.id], clause: 'Gold care' });
    const better = { ...contract, clause: 'Platinum care' };
    expect(await resultsOf('/contracts', { ...row, contract: better })).toMatchObject([{ id, result: 'changed' }]);
    expect(await resultsOf('/contracts', { ...row, assets: [], contract: better })).toMatchObject([
      { id, result: 'unchanged' },
    ]);
  });

  test('calls price list, calendar and technicians by name, and a file without them leaves them', async () => {
    const {
      id: _id,
      version: _version,
      createdAt: _at,
      updatedAt: _since,
      ...prices
    } = aPriceList({ name: 'Key accounts' });
    const list = await ask('POST', '/price-lists', prices);
    const calendar = await ask('POST', '/holiday-calendars', { name: 'Harbor days', days: [] });
    const hours = { timeZone: 'UTC', weekly: [{ weekdays: [1], from: '08:00', to: '18:00' }] };
    const plain = { ref: 'C-3', customerRef, sites: [], assets: [], contract };
    const row = {
      ...{ ...plain, contract: { ...contract, hours }, calendar: 'harbor days', priceList: 'KEY accounts' },
      ...{ preferredTechnicians: [harbor.rosa.name], forbiddenTechnicians: [harbor.tomas.id] },
    };
    const first = await bring('/contracts', row);
    const [{ id } = { id: '' }] = first.body['results'] as { id: string }[];
    const file = await ask('GET', `/contracts/${id}`);
    expect(file.body['contract']).toMatchObject({
      hours: { ...hours, holidayCalendarId: calendar.body['id'] },
      priceListId: list.body['id'],
      preferredTechnicianIds: [harbor.rosa.id],
      forbiddenTechnicianIds: [harbor.tomas.id],
    });
    expect(await resultsOf('/contracts', row, plain)).toMatchObject([
      { id, result: 'unchanged' },
      { id, result: 'unchanged' },
    ]);
  });

  test.each([
    ['priceList', { priceList: 'Gold' }, 'Gold'],
    ['preferredTechnicians', { preferredTechnicians: ['Nobody'] }, 'Nobody'],
    ['forbiddenTechnicians', { forbiddenTechnicians: ['Nobody'] }, 'Nobody'],
    ['calendar', { calendar: 'Moon days' }, 'Moon days'],
  ])('is refused by %s where nothing bears that name', async (field, names, said) => {
    const row = { ref: 'C-4', customerRef, sites: [], assets: [], contract, ...names };
    expect(await resultsOf('/contracts', row)).toMatchObject([{ result: 'failed', field, finding: 'not-there', said }]);
  });

  test('is refused where a term ends before it begins', async () => {
    const wrong = { ...contract, endsOn: '2025-12-31' };
    expect(
      await resultsOf('/contracts', { ref: 'C-2', customerRef, sites: [], assets: [], contract: wrong }),
    ).toMatchObject([{ result: 'failed', detail: 'endsOn: must not end before it begins' }]);
  });
});

test('An agent may not bring lists in', async () => {
  const agent = await world.token({ tenantId, roles: ['agent'] });
  const answer = await world.call({ method: 'POST', path: '/v1/contracts/import', token: agent, body: { rows: [] } });
  expect(answer.status).toBe(403);
});
