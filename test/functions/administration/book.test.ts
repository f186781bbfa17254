import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

const harbor = aCompany();
const tenantId = harbor.tenant.id;
let world: HttpWorld;
let token: string;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  token = await world.token({ tenantId, roles: ['administrator'] });
});
afterAll(() => world.close());

const ask = (method: string, path: string, body?: object, headers = {}) =>
  world.call({ method, path: `/v1${path}`, token, headers, ...(body && { body }) });
const factsOf = <T extends { id: string; version: number; createdAt: string; updatedAt: string }>({
  id: _id,
  version: _version,
  createdAt: _made,
  updatedAt: _changed,
  ...facts
}: T) => facts;

describe('a customer', () => {
  const facts = { name: 'Mill Bakery', kind: 'business', phones: ['+16175550900'], language: 'en' } as const;

  test('is found by the numbers that he has now, and by those of his people', async () => {
    const contacts = [{ name: 'Petra Voss', role: 'Caretaker', phone: '+16175550901' }];
    const made = await ask('POST', '/customers', { ...facts, contacts });
    expect(made).toMatchObject({ status: 201, body: { contacts } });
    const path = `/customers/${String(made.body['id'])}`;
    const byPhone = async (phone: string) =>
      (await world.call({ path: '/v1/customers', query: `phone=${encodeURIComponent(phone)}`, token })).body['items'];
    expect(await byPhone('+16175550901')).toMatchObject([{ name: 'Mill Bakery' }]);
    await ask('PUT', path, { ...facts, phones: ['+16175550902'] });
    expect(await byPhone('+16175550902')).toMatchObject([{ name: 'Mill Bakery' }]);
    expect(await byPhone('+16175550900')).toEqual([]);
    expect(await byPhone('+16175550901')).toEqual([]);
  });

  test('with a number of another one is refused with his name, and entered knowingly', async () => {
    const body = { ...facts, phones: harbor.customer.phones };
    const refused = await ask('POST', '/customers', body);
    expect(refused).toMatchObject({ status: 409, body: { reason: 'contact-taken' } });
    expect(refused.body['detail']).toContain(harbor.customer.name);
    expect(await ask('POST', '/customers', { ...body, despite: ['contact-taken'] })).toMatchObject({ status: 201 });
  });

  test('keeps the site where his machine stands, and loses an empty one', async () => {
    const sites = `/customers/${harbor.customer.id}/sites`;
    const refused = await ask('DELETE', `${sites}/${harbor.site.id}`);
    expect(refused).toMatchObject({ status: 409, body: { reason: 'in-use' } });
    expect(refused.body['detail']).toContain(harbor.asset.serial);
    const added = await ask('POST', sites, { name: 'Shed', place: harbor.site.place });
    expect(added).toMatchObject({ status: 201, body: { customerId: harbor.customer.id } });
    const path = `${sites}/${String(added.body['id'])}`;
    const body = { name: 'Garage', place: harbor.site.place };
    expect(await ask('PUT', path, body, { 'if-match': '"1"' })).toMatchObject({ body: { name: 'Garage' } });
    expect(await ask('DELETE', path)).toMatchObject({ status: 204 });
  });
});

describe('a work type', () => {
  test('of which work waits is not removed, and what is under way keeps its checklist', async () => {
    const waiting = await seedAppointment(world, harbor);
    const path = `/work-types/${harbor.workType.id}`;
    const refused = await ask('DELETE', path);
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong-state', reason: 'in-use' } });
    expect(refused.body['detail']).toContain(waiting.workOrderNumber);
    const tasks = [{ label: 'Take a photo', answer: 'check', required: false }];
    const changed = await ask('PUT', path, { ...factsOf(harbor.workType), tasks });
    expect(changed).toMatchObject({ status: 200, body: { tasks, version: 2 } });
    expect((await world.table.get(appointmentEntity, tenantId, { id: waiting.id }))?.tasks).toEqual(waiting.tasks);
  });

  test('that nobody uses is removed', async () => {
    const made = await ask('POST', '/work-types', { ...factsOf(harbor.workType), name: 'Chimney sweep' });
    expect(made).toMatchObject({ status: 201 });
    expect(await ask('DELETE', `/work-types/${String(made.body['id'])}`)).toMatchObject({ status: 204 });
  });
});

describe('a skill', () => {
  test('has a name of its own and stays while somebody holds it', async () => {
    expect(await ask('POST', '/skills', { name: 'boilers' })).toMatchObject({ status: 400 });
    const refused = await ask('DELETE', `/skills/${harbor.skill.id}`);
    expect(refused.body).toMatchObject({ reason: 'in-use', detail: 'Rosa Alvarez, Tomas Lindqvist hold it.' });
    const made = await ask('POST', '/skills', { name: 'Lifts' });
    const path = `/skills/${String(made.body['id'])}`;
    expect(await ask('PUT', path, { name: 'Lifts and hoists' })).toMatchObject({ body: { name: 'Lifts and hoists' } });
    expect(await ask('DELETE', path)).toMatchObject({ status: 204 });
  });
});

describe('a place of stock', () => {
  const place = { location: [-71.07, 42.33], addressText: '2 Dock Road' } as const;
  const facts = { name: 'Depot South', kind: 'depot', place, timeZone: 'America/New_York' } as const;

  test('is given opening times by the version that was seen, and who did it is kept', async () => {
    const made = await ask('POST', '/stock-locations', facts);
    const path = `/stock-locations/${String(made.body['id'])}`;
    const openingHours = [
      { weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '12:00' },
      { weekdays: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
    ];
    const seen = { 'if-match': '"1"' };
    const changed = await ask('PUT', path, { ...facts, openingHours }, seen);
    expect(changed).toMatchObject({ status: 200, body: { version: 2, openingHours } });
    expect(await ask('PUT', path, facts, seen)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const history = await ask('GET', `/records/${String(made.body['id'])}/history`);
    expect(history.body['items']).toMatchObject([{ facts: { fields: 'openingHours' } }, {}]);
  });

  test('that somebody drives stays a van, and is told whose it is', async () => {
    const refused = await ask('PUT', `/stock-locations/${harbor.van.id}`, { name: 'Van 1', kind: 'depot' });
    expect(refused).toMatchObject({ status: 409, body: { reason: 'in-use' } });
    expect(refused.body['detail']).toContain(harbor.rosa.name);
    const path = `/stock-locations/${harbor.van.id}`;
    expect(await ask('PUT', path, { name: 'Van One', kind: 'van' })).toMatchObject({ body: { name: 'Van One' } });
  });
});

describe('the company', () => {
  test('changes its settings by the version that was seen', async () => {
    const body = { ...factsOf(harbor.tenant), timeZone: 'America/New_York', positionsKeptDays: 30 };
    const changed = await ask('PUT', '/company', body, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { positionsKeptDays: 30, version: 2 } });
    expect(await ask('PUT', '/company', body, { 'if-match': '"1"' })).toMatchObject({ status: 409 });
    expect(await ask('PUT', '/company', { ...body, timeZone: 'Mars/Olympus' })).toMatchObject({ status: 400 });
  });
});

describe('an import', () => {
  const customer = { name: 'Quay Hotel', kind: 'business', phones: ['+16175550950'], language: 'en' };
  const bring = (rows: object[]) => ask('POST', '/customers/import', { rows });

  test('makes, changes and leaves: the same reference is the same customer', async () => {
    const site = { name: 'Lobby', place: harbor.site.place };
    expect((await bring([{ ref: 'K-1', customer, site }])).body['results']).toMatchObject([{ result: 'created' }]);
    expect((await bring([{ ref: 'K-1', customer, site }])).body['results']).toMatchObject([{ result: 'unchanged' }]);
    const renamed = await bring([{ ref: 'K-1', customer: { ...customer, name: 'Quay Inn' }, site }]);
    expect(renamed.body).toMatchObject({ results: [{ result: 'changed' }] });
    const [{ id }] = renamed.body['results'] as [{ id: string }];
    const file = await world.call({ path: `/v1/customers/${id}`, token });
    expect(file.body).toMatchObject({ customer: { name: 'Quay Inn' }, sites: [{ name: 'Lobby' }] });
  });

  test('answers each row by itself: one that is refused keeps no other back', async () => {
    const taken = { ...customer, phones: harbor.customer.phones };
    const free = { ...customer, phones: ['+16175550960'] };
    const { body } = await bring([
      { ref: 'K-2', customer: taken },
      { ref: 'K-3', customer: free },
    ]);
    expect(body['results']).toMatchObject([
      { ref: 'K-2', result: 'failed', reason: 'contact-taken' },
      { ref: 'K-3', result: 'created' },
    ]);
  });

  test('of technicians and work types takes what was exported back as it was', async () => {
    const technician = factsOf(harbor.rosa);
    const people = await ask('POST', '/technicians/import', { rows: [{ ref: harbor.rosa.id, technician }] });
    expect(people.body).toMatchObject({ results: [{ id: harbor.rosa.id, result: 'unchanged' }] });
    const workType = { ...factsOf(harbor.workType), partRequirements: [{ partId: harbor.rosa.id, quantity: 1 }] };
    const types = await ask('POST', '/work-types/import', { rows: [{ ref: 'W-1', workType }] });
    expect(types.status).toBe(400);
    const unknown = { ...technician, territoryIds: [harbor.territory.id, harbor.territory.id] };
    const twice = await ask('POST', '/technicians/import', { rows: [{ ref: 'T-1', technician: unknown }] });
    expect(twice.body).toMatchObject({ results: [{ result: 'failed', reason: 'bad-input' }] });
  });
});

test('nothing of this was a fault of ours', () => expect(world.faults).toEqual([]));
