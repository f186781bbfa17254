import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vanStock, whoHasPart } from '../../../functions/store/questions/stock.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { aPart } from '../../builders/a-part.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let rosa = '';
let clerk = '';
let appointment: Appointment;
const company = aCompany();
const tenantId = company.tenant.id;
const { van, part } = company;

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  rosa = await world.token({ tenantId, roles: ['technician'], technicianId: company.rosa.id });
  clerk = await world.token({ tenantId, roles: ['clerk'] });
  const { day, assignments } = anAssignedAppointment(company.rosa.id, '2026-05-12T12:30:00.000Z');
  appointment = await seedAppointment(world, company, { ...(day && { day }), assignments, status: 'on-site' });
});
afterAll(() => world.close());

const use = (quantity: number, key?: string, partId = part.id) =>
  world.call({
    method: 'POST',
    path: `/v1/appointments/${appointment.id}/part-usages`,
    token: rosa,
    body: { partId, quantity },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
const receive = (quantity: number) =>
  world.call({
    method: 'POST',
    path: `/v1/stock-locations/${van.id}/receipts`,
    token: clerk,
    body: { partId: part.id, quantity },
  });
const onVan = async () => (await vanStock(world.table, tenantId, van.id)).find(({ partId }) => partId === part.id);
const movements = async (): Promise<{ change: number }[]> => {
  const path = `/v1/stock-locations/${van.id}/movements`;
  return (await world.call({ path, token: clerk })).body['items'] as { change: number }[];
};

describe('a part used', () => {
  test('leaves the van once, however often it is sent', async () => {
    const first = await use(2, 'usage-1');
    expect(first).toMatchObject({ status: 201, body: { quantity: 2, stockLocationId: van.id } });
    expect((await use(2, 'usage-1')).body).toEqual(first.body);
    expect((await onVan())?.quantity).toBe(3);
    expect(await movements()).toMatchObject([{ change: -2, kind: 'usage', appointmentId: appointment.id }]);
  });

  test('beyond what is there is refused, and nothing changes', async () => {
    expect(await use(4)).toMatchObject({ status: 409, body: { code: 'stock-too-low', present: { quantity: 3 } } });
    expect((await onVan())?.quantity).toBe(3);
  });

  test('that is no part of ours is refused by its field', async () => {
    expect((await use(1, undefined, aPart().id)).body).toMatchObject({ errors: [{ field: 'body.partId' }] });
  });

  test('before anyone is on site is refused', async () => {
    const { day, assignments } = appointment;
    const early = await seedAppointment(world, company, { ...(day && { day }), assignments, status: 'accepted' });
    const path = `/v1/appointments/${early.id}/part-usages`;
    const refused = await world.call({ method: 'POST', path, token: rosa, body: { partId: part.id, quantity: 1 } });
    expect(refused.body).toMatchObject({ code: 'wrong-state' });
  });
});

test('a receipt adds to the level and to the ledger, and is found by its part', async () => {
  expect(await receive(7)).toMatchObject({ status: 201, body: { quantity: 10 } });
  expect(await whoHasPart(world.table, tenantId, part.id)).toMatchObject([{ stockLocationId: van.id, quantity: 10 }]);
});

test('of a hundred usages and some receipts that race, the level never falls below zero and equals the ledger', async () => {
  const before = (await onVan())?.quantity ?? 0;
  const usages = Array.from({ length: 100 }, () => use(1));
  const receipts = Array.from({ length: 5 }, () => receive(3));
  const [used, received] = [await Promise.all(usages), await Promise.all(receipts)];
  const taken = used.filter(({ status }) => status === 201).length;
  expect(received.every(({ status }) => status === 201)).toBe(true);
  expect(used.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect((await onVan())?.quantity).toBe(before + 15 - taken);
  expect(taken).toBeGreaterThanOrEqual(before);
  expect(taken).toBeLessThanOrEqual(before + 15);
  const path = `/v1/stock-locations/${van.id}/movements`;
  const all = (await world.call({ path, query: 'limit=200', token: clerk })).body['items'] as { change: number }[];
  const opening = 5;
  expect(opening + all.reduce((sum, { change }) => sum + change, 0)).toBe((await onVan())?.quantity);
}, 30_000);

test('the ledger comes in pages, newest first, whose cursor opens nothing else', async () => {
  const path = `/v1/stock-locations/${van.id}/movements`;
  const seen: unknown[] = [];
  let cursor: unknown;
  do {
    const query = `limit=10${cursor === undefined ? '' : `&cursor=${String(cursor)}`}`;
    const { body } = await world.call({ path, query, token: clerk });
    seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
    cursor = body['nextCursor'];
    if (cursor !== undefined) {
      const other = await world.call({ path: '/v1/parts', query: `cursor=${String(cursor)}`, token: clerk });
      expect(other.body).toMatchObject({ code: 'bad-input', errors: [{ field: 'query.cursor' }] });
    }
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  expect([...seen].sort().reverse()).toEqual(seen);
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
