import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { appointmentFile } from '../../../functions/store/questions/appointment-file.ts';
import { anId } from '../../builders/an-id.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
beforeAll(async () => {
  sync = await openSyncWorld();
});
afterAll(() => sync.world.close());

const stored = (id: string) => sync.world.table.get(appointmentEntity, sync.tenantId, { id });
const onVan = async () =>
  (
    await sync.world.table.get(stockLevelEntity, sync.tenantId, {
      stockLocationId: sync.company.van.id,
      partId: sync.company.part.id,
    })
  )?.quantity;

describe('what a technician did without signal', () => {
  test('takes effect in the order of its numbers, a whole visit in one push', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T13:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const before = (await onVan()) ?? 0;
    const { status, body } = await phone.push([
      phone.change('accept', { appointmentId }),
      phone.change('start-travel', { appointmentId }),
      phone.change('arrive', { appointmentId }),
      phone.change('start-work', { appointmentId, entryId: anId('timeEntry') }),
      phone.change('use-part', {
        appointmentId,
        usageId: anId('partUsage'),
        partId: sync.company.part.id,
        quantity: 2,
      }),
      phone.change('add-note', { appointmentId, noteId: anId('note'), text: 'The pump was loose' }),
      phone.change('complete', { appointmentId, outcome: { code: 'fixed' } }),
    ]);
    expect({ status, body }).toMatchObject({ status: 200, body: { lastMutationId: 7 } });
    expect((body['results'] as { state: string }[]).map(({ state }) => state)).toEqual(Array(7).fill('applied'));
    const file = await appointmentFile(sync.world.table, sync.tenantId, appointmentId);
    expect(file).toMatchObject({
      appointment: { status: 'completed', outcome: { code: 'fixed' } },
      notes: [{ text: 'The pump was loose', by: sync.company.rosa.name }],
      partUsages: [{ quantity: 2 }],
    });
    expect(await onVan()).toBe(before - 2);
  });

  test('a repeat changes nothing and gets the first answer', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T14:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const changes = [
      phone.change('accept', { appointmentId }),
      phone.change('add-note', { appointmentId, noteId: anId('note'), text: 'Ring twice' }),
    ];
    const first = await phone.push(changes);
    const version = (await stored(appointmentId))?.version;
    expect((await phone.push(changes)).body).toEqual(first.body);
    expect((await stored(appointmentId))?.version).toBe(version);
  });

  test('a gap in the numbers is refused, and says from where to go on', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T15:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const [, second] = [phone.change('accept', { appointmentId }), phone.change('start-travel', { appointmentId })];
    if (!second) throw new Error('two changes were made');
    expect(await phone.push([second])).toMatchObject({
      status: 409,
      body: { reason: 'gap', present: { lastMutationId: 0 } },
    });
    expect(await stored(appointmentId)).toMatchObject({ status: 'dispatched' });
  });

  test('a number that was used for something else is refused', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T16:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const change = phone.change('accept', { appointmentId });
    await phone.push([change]);
    expect(await phone.push([{ ...change, name: 'arrive' }])).toMatchObject({
      status: 409,
      body: { reason: 'number-reused' },
    });
  });

  test('what the rule refuses uses up its number, and is kept for the technician and the office', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T17:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const refused = await phone.does('arrive', { appointmentId });
    expect(refused).toMatchObject({ state: 'refused', reason: 'wrong-state' });
    expect(await phone.does('accept', { appointmentId })).toMatchObject({ id: 2, state: 'applied' });
    const view = await phone.pull();
    const notice = view.notices.find((one) => one.appointmentId === appointmentId);
    expect(notice).toMatchObject({ kind: 'refused', reason: 'wrong-state', mutation: { id: 1, name: 'arrive' } });
    const path = `/v1/territories/${sync.company.territory.id}/field-notices`;
    const listed = await sync.world.call({ path, token: sync.dora });
    expect(listed.body['notices']).toContainEqual(notice);
  });

  test('a settled notice is listed no more', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T18:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const noticeId = anId('fieldNotice');
    await phone.does('request-help', { appointmentId, noticeId, text: 'Two must lift it' });
    const path = `/v1/technicians/${sync.company.rosa.id}/field-notices/${noticeId}/settle`;
    expect(await sync.world.call({ method: 'POST', path, body: {}, token: sync.dora })).toMatchObject({
      status: 200,
      body: { settledBy: 'Test dispatcher', text: 'Two must lift it' },
    });
    expect((await phone.pull()).notices.map(({ id }) => id)).not.toContain(noticeId);
  });

  test('an unknown change and a malformed one are refused by themselves and not their push', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T19:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    const { body } = await phone.push([
      { ...phone.change('accept', { appointmentId }), name: 'sing' },
      phone.change('add-note', { appointmentId, text: 7 }),
      phone.change('accept', { appointmentId }),
    ]);
    expect(body['results']).toMatchObject([
      { state: 'refused', reason: 'unknown-mutation' },
      { state: 'refused', reason: 'unknown-mutation' },
      { state: 'applied' },
    ]);
  });
});

test('nothing of this was a fault of ours', () => {
  expect(sync.world.faults).toEqual([]);
});
