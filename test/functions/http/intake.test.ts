import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Position } from '../../../shared/model/place.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let agent = '';
const company = aCompany();
const tenantId = company.tenant.id;
const { place } = company.site;
const farAway: Position = [10, 50];

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  agent = await world.token({ tenantId, roles: ['agent'] });
});
afterAll(() => world.close());

const told = (changes: object = {}) => ({
  kind: 'fault',
  channel: 'phone',
  subject: 'No hot water',
  contact: { name: 'Ines Okafor', phone: '+16175550188' },
  place,
  ...changes,
});
const create = (body: object, headers: Record<string, string> = {}) =>
  world.call({ method: 'POST', path: '/v1/service-requests', token: agent, body, headers });

describe('a request', () => {
  test("by a known phone number finds customer, site, asset, work type and the warranty's cover", async () => {
    const answer = await create(told({ workTypeId: company.workType.id }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      serviceRequest: {
        status: 'accepted',
        territoryId: company.territory.id,
        customerId: company.customer.id,
        siteId: company.site.id,
        assetId: company.asset.id,
        dueBy: '2026-05-13T13:00:00.000Z',
      },
      workOrder: { status: 'new', coverage: { basis: 'warranty', covers: { labour: 100, parts: 100, travel: 0 } } },
    });
    const file = await world.call({ path: `/v1/appointments/${String(answer.body['appointmentId'])}`, token: agent });
    expect(file.body).toMatchObject({
      appointment: { status: 'unscheduled', tasks: [{ key: 'step-1', label: 'Gas is shut off' }] },
    });
    const asset = await world.call({ path: `/v1/assets/${company.asset.id}`, token: agent });
    expect(asset.body).toMatchObject({ appointments: [{ id: answer.body['appointmentId'] }] });
  });

  test('is told once, and stands in the history of all that came of it', async () => {
    const answer = await create(told({ workTypeId: company.workType.id }));
    const serviceRequest = answer.body['serviceRequest'] as { id: string };
    const workOrder = answer.body['workOrder'] as { id: string };
    const appointmentId = String(answer.body['appointmentId']);
    const entry = {
      event: 'service-request.received',
      by: { kind: 'staff' },
      facts: { channel: 'phone', workOrderId: workOrder.id, appointmentId },
    };
    for (const path of [
      `/v1/service-requests/${serviceRequest.id}`,
      `/v1/work-orders/${workOrder.id}`,
      `/v1/appointments/${appointmentId}`,
    ]) {
      expect((await world.call({ path, token: agent })).body['history'], path).toMatchObject([entry]);
    }
  });

  test('costs at most 12 write units of the table, and two more where an asset keeps its history', async () => {
    const boxed = { ...told({ workTypeId: company.workType.id }), contact: { name: 'Nobody known' } };
    world.consumed();
    await create(boxed);
    expect(world.consumed()['TransactWriteItems']).toBeLessThanOrEqual(12);
    await create(told({ workTypeId: company.workType.id }));
    expect(world.consumed()['TransactWriteItems']).toBeLessThanOrEqual(14);
  });

  test('that names its asset needs no work type where only one serves it', async () => {
    const answer = await create(told({ assetId: company.asset.id }));
    expect(answer.body).toMatchObject({ workOrder: { workTypeId: company.workType.id } });
  });

  test('by a stranger makes him a customer, who is known the next time', async () => {
    const contact = { name: 'Bo Chen', phone: '+16175550777', email: 'Bo@Example.com' };
    const first = await create(told({ contact }));
    const again = await create(told({ contact: { name: 'Bo', email: 'bo@example.com' } }));
    const { customerId } = first.body['serviceRequest'] as { customerId: string };
    expect(again.body).toMatchObject({ serviceRequest: { customerId } });
    const found = await world.call({ path: '/v1/customers', query: 'phone=%2B16175550777', token: agent });
    expect(found.body).toMatchObject({ items: [{ id: customerId, name: 'Bo Chen' }] });
  });

  test('from outside of every territory waits for an agent, who finds it among those and accepts it', async () => {
    const body = told({ place: { ...place, location: farAway }, workTypeId: company.workType.id });
    const answer = await create(body);
    expect(answer.body).toMatchObject({ serviceRequest: { status: 'new', waitsFor: 'outside-territories' } });
    const { id } = answer.body['serviceRequest'] as { id: string };
    const list = await world.call({ path: '/v1/service-requests', token: agent });
    expect(list.body['items']).toMatchObject([{ id }]);
    const accepted = await world.call({
      method: 'POST',
      path: `/v1/service-requests/${id}/accept`,
      token: agent,
      body: { workTypeId: company.workType.id, territoryId: company.territory.id },
    });
    expect(accepted.body).toMatchObject({ serviceRequest: { status: 'accepted' }, workOrder: { status: 'new' } });
    const later = await world.call({ path: '/v1/service-requests', token: agent });
    expect(later.body['items']).toEqual([]);
  });

  test('that is an enquiry waits, is answered once, and cannot be answered twice', async () => {
    const answer = await create(told({ kind: 'enquiry' }));
    const { id } = answer.body['serviceRequest'] as { id: string };
    const close = { method: 'POST', path: `/v1/service-requests/${id}/close`, token: agent };
    const body = { as: 'resolved', reason: 'Told him the price' };
    expect((await world.call({ ...close, body })).body).toMatchObject({ status: 'resolved' });
    expect((await world.call({ ...close, body })).body).toMatchObject({ code: 'wrong-state' });
    const file = await world.call({ path: `/v1/service-requests/${id}`, token: agent });
    expect(file.body['history']).toMatchObject([
      { event: 'service-request.received' },
      { event: 'service-request.resolved', facts: { reason: 'Told him the price' } },
    ]);
  });
});

describe('bad input', () => {
  test.each([
    ['an unknown field', told({ colour: 'red' }), 'body.colour'],
    ['an unknown field inside', told({ place: { ...place, floor: 3 } }), 'body.place.floor'],
    ['a wrong type', told({ subject: 7 }), 'body.subject'],
    ['an impossible latitude', told({ place: { ...place, location: [-71, 95] } }), 'body.place.location.1'],
    ['the place that broken devices send', told({ place: { ...place, location: [0, 0] } }), 'body.place.location'],
    ["another kind's id", told({ workTypeId: company.customer.id }), 'body.workTypeId'],
    ['an id that is not there', told({ customerId: company.customer.id.replace(/.$/, 'Z') }), 'body.customerId'],
    [
      "an asset that is not the customer's",
      told({ customerId: company.customer.id, assetId: 'as_01J00000000000000000000ZZZ' }),
      'body.assetId',
    ],
  ])('with %s is refused by that field', async (_what, body, field) => {
    const answer = await create(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect((answer.body['errors'] as { field: string }[]).map((error) => error.field)).toContain(field);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  test('that is no JSON, or too large, is refused', async () => {
    const call = { method: 'POST', path: '/v1/service-requests', token: agent };
    expect((await world.call({ ...call, body: '{' })).body).toMatchObject({ errors: [{ field: 'body' }] });
    const large = await world.call({ ...call, body: told({ description: 'x'.repeat(300_000) }) });
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  test('in the query is refused by its field', async () => {
    const list = (query: string) => world.call({ path: '/v1/service-requests', query, token: agent });
    expect((await list('limit=0')).body).toMatchObject({ errors: [{ field: 'query.limit' }] });
    expect((await list('colour=red')).body).toMatchObject({ errors: [{ field: 'query.colour' }] });
    expect((await list('limit=1&limit=2')).body).toMatchObject({ errors: [{ field: 'query.limit' }] });
  });
});

describe('a repeat with the same key', () => {
  test('answers as the first time and makes nothing twice', async () => {
    const headers = { 'idempotency-key': 'call-7' };
    const body = told({ kind: 'enquiry', subject: 'Only once' });
    const [first, racing] = await Promise.all([create(body, headers), create(body, headers)]);
    const later = await create(body, headers);
    expect(racing.body).toEqual(first.body);
    expect(later.body).toEqual(first.body);
    const path = '/v1/service-requests';
    const list = await world.call({ path, query: `territoryId=${company.territory.id}`, token: agent });
    const items = list.body['items'] as { subject: string }[];
    expect(items.filter(({ subject }) => subject === 'Only once')).toHaveLength(1);
  });

  test('but another body is refused', async () => {
    const headers = { 'idempotency-key': 'call-7' };
    const refused = await create(told({ subject: 'Another' }), headers);
    expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });
});

describe('an import', () => {
  const bring = async (requests: object[]) => {
    const token = await world.token({ tenantId, roles: ['administrator'] });
    return world.call({ method: 'POST', path: '/v1/service-requests/import', token, body: { requests } });
  };
  const { channel: _channel, ...common } = told({ contact: { name: 'City' }, workTypeId: company.workType.id });
  const request = (externalRef: string, changes: object = {}) => ({
    ...common,
    externalRef,
    receivedAt: '2026-05-11T13:00:00.000Z',
    dueBy: '2026-05-14T13:00:00.000Z',
    ...changes,
  });

  test('keeps receipt and due time, and done again leaves all as it was', async () => {
    const requests = [
      request('city:1'),
      request('city:1'),
      request('city:2', { place: { ...place, location: farAway } }),
      request('city:3', { dueBy: '2026-05-10T13:00:00.000Z' }),
    ];
    const first = await bring(requests);
    expect(first.body['results']).toMatchObject([
      { result: 'created' },
      { result: 'already-there' },
      { result: 'waits-for-agent' },
      { result: 'failed' },
    ]);
    const again = await bring(requests);
    expect((again.body['results'] as { result: string }[]).map(({ result }) => result)).toEqual([
      'already-there',
      'already-there',
      'already-there',
      'failed',
    ]);
    const { serviceRequestId } = (first.body['results'] as { serviceRequestId: string }[])[0] ?? {};
    const file = await world.call({ path: `/v1/service-requests/${serviceRequestId}`, token: agent });
    expect(file.body).toMatchObject({
      serviceRequest: { receivedAt: '2026-05-11T13:00:00.000Z', dueBy: '2026-05-14T13:00:00.000Z' },
    });
  });
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
