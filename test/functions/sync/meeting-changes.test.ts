import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { appointmentsOfWorkOrder } from '../../../functions/store/questions/work-order-file.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import { noteEntity } from '../../../functions/store/entities/note.ts';
import { anId } from '../../builders/an-id.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
beforeAll(async () => {
  sync = await openSyncWorld();
});
afterAll(() => sync.world.close());

const stored = (id: string) => sync.world.table.get(appointmentEntity, sync.tenantId, { id });
const byOffice = (path: string, body: object, method = 'POST') =>
  sync.world.call({ method, path, body, token: sync.dora });
const step = { key: 'step-1', label: 'Pressure', answer: 'number', unit: 'bar', required: true } as const;
const guardOf = async (technicianId: string) =>
  (await sync.world.table.get(technicianDayEntity, sync.tenantId, { technicianId, day: '2026-05-12' }))?.intervals ??
  [];

describe('a change that another made meanwhile', () => {
  test('to another field is merged, and the technician is told', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T13:00:00.000Z', {
      status: 'on-site',
      tasks: [step, { ...step, key: 'step-2' }],
    });
    await byOffice(`/v1/appointments/${appointmentId}/tasks/step-2`, { value: 2 }, 'PUT');
    const phone = sync.phoneOf(sync.rosa);
    const args = { appointmentId, key: 'step-1', value: 1 };
    expect(await phone.does('answer-task', args, { baseVersion: 1 })).toMatchObject({ state: 'merged' });
    expect((await stored(appointmentId))?.tasks).toMatchObject([{ value: 1 }, { value: 2 }]);
  });

  test('to the same field is kept, and both values are shown to both', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T14:00:00.000Z', {
      status: 'on-site',
      tasks: [step],
    });
    await byOffice(`/v1/appointments/${appointmentId}/tasks/step-1`, { value: 1.5 }, 'PUT');
    const phone = sync.phoneOf(sync.rosa);
    const conflict = { field: 'tasks.step-1', yours: 1.4, theirs: 1.5 };
    const args = { appointmentId, key: 'step-1', value: 1.4 };
    expect(await phone.does('answer-task', args, { baseVersion: 1 })).toMatchObject({
      state: 'merged',
      conflicts: [conflict],
    });
    expect((await stored(appointmentId))?.tasks).toMatchObject([{ value: 1.5 }]);
    const notices = (await phone.pull()).notices.filter((notice) => notice.appointmentId === appointmentId);
    expect(notices).toMatchObject([{ kind: 'conflict', conflicts: [conflict] }]);
    // Having seen it, the technician may still say otherwise.
    const version = (await stored(appointmentId))?.version ?? 0;
    expect(await phone.does('answer-task', args, { baseVersion: version })).toMatchObject({ state: 'applied' });
  });

  test('is no conflict where it was his own change before', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T15:00:00.000Z', {
      status: 'on-site',
      tasks: [step],
    });
    const phone = sync.phoneOf(sync.rosa);
    await phone.does('answer-task', { appointmentId, key: 'step-1', value: 1 }, { baseVersion: 1 });
    const again = await phone.does('answer-task', { appointmentId, key: 'step-1', value: 2 }, { baseVersion: 1 });
    expect(again).toMatchObject({ state: 'applied' });
    expect(again.conflicts).toBeUndefined();
  });

  test('that took the appointment away refuses what came later, and keeps it in sight', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T16:00:00.000Z');
    await byOffice(`/v1/appointments/${appointmentId}/cancel`, { reason: 'Sold the house' });
    const phone = sync.phoneOf(sync.rosa);
    expect(await phone.does('accept', { appointmentId }, { baseVersion: 1 })).toMatchObject({
      state: 'refused',
      reason: 'wrong-state',
    });
  });
});

test('a required checklist step blocks completion on the server too, and names the step', async () => {
  const { id: appointmentId } = await seedVisit(sync, '2026-05-12T17:00:00.000Z', { status: 'on-site', tasks: [step] });
  const phone = sync.phoneOf(sync.rosa);
  const outcome = { code: 'fixed' };
  const blocked = await phone.does('complete', { appointmentId, outcome });
  expect(blocked).toMatchObject({ state: 'refused', reason: 'task-required' });
  expect(blocked.detail).toContain('step-1');
  await phone.does('answer-task', { appointmentId, key: 'step-1', value: 1 });
  expect(await phone.does('complete', { appointmentId, outcome })).toMatchObject({ state: 'applied' });
});

describe('an appointment that a technician gives away', () => {
  test('is handed to a colleague who is free, with its time', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T18:00:00.000Z', { status: 'on-site' });
    const phone = sync.phoneOf(sync.rosa);
    const args = { appointmentId, toTechnicianId: sync.company.tomas.id, reason: 'Feeling ill' };
    expect(await phone.does('hand-over', args)).toMatchObject({ state: 'applied' });
    expect(await stored(appointmentId)).toMatchObject({
      status: 'dispatched',
      assignments: [{ technicianId: sync.company.tomas.id }],
    });
    expect((await guardOf(sync.company.tomas.id)).map(({ id }) => id)).toContain(appointmentId);
    expect((await guardOf(sync.company.rosa.id)).map(({ id }) => id)).not.toContain(appointmentId);
    expect((await phone.pull()).visits.map(({ appointment }) => appointment.id)).not.toContain(appointmentId);
  });

  test('stays with him where the colleague is taken', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T19:00:00.000Z');
    await seedVisit(sync, '2026-05-12T19:30:00.000Z', {}, sync.company.tomas);
    const args = { appointmentId, toTechnicianId: sync.company.tomas.id, reason: 'Too far' };
    expect(await sync.phoneOf(sync.rosa).does('hand-over', args)).toMatchObject({
      state: 'refused',
      reason: 'double-booking',
    });
    expect(await stored(appointmentId)).toMatchObject({ assignments: [{ technicianId: sync.company.rosa.id }] });
  });

  test('waits anew once declined, its time free and the office told why', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T20:00:00.000Z');
    const phone = sync.phoneOf(sync.rosa);
    expect(await phone.does('decline', { appointmentId, reason: 'No gas licence' })).toMatchObject({
      state: 'applied',
    });
    expect(await stored(appointmentId)).toMatchObject({ status: 'unscheduled', assignments: [] });
    expect((await guardOf(sync.company.rosa.id)).map(({ id }) => id)).not.toContain(appointmentId);
    const path = `/v1/territories/${sync.company.territory.id}/field-notices`;
    const { notices } = (await sync.world.call({ path, token: sync.dora })).body as { notices: object[] };
    expect(notices).toContainEqual(
      expect.objectContaining({ kind: 'declined', appointmentId, text: 'No gas licence' }),
    );
  });
});

test('what could not be completed leaves a follow-up of the same work that waits for somebody', async () => {
  const { id: appointmentId, workOrderId } = await seedVisit(sync, '2026-05-12T21:00:00.000Z', { status: 'on-site' });
  const outcome = { code: 'part-missing' };
  await sync.phoneOf(sync.rosa).does('cannot-complete', { appointmentId, outcome, followUp: 'Bring the pump' });
  const workOrder = await sync.world.table.get(workOrderEntity, sync.tenantId, { id: workOrderId });
  expect(workOrder).toMatchObject({ status: 'in-progress' });
  expect(
    await appointmentsOfWorkOrder(sync.world.table, sync.tenantId, workOrder ?? { appointmentIds: [] }),
  ).toMatchObject([
    { id: appointmentId, status: 'cannot-complete' },
    { status: 'unscheduled', assignments: [] },
  ]);
});

test('nobody changes what is another technician’s, nor another company’s', async () => {
  const { id: appointmentId } = await seedVisit(sync, '2026-05-12T22:00:00.000Z');
  const noteId = anId('note');
  const result = await sync.phoneOf(sync.tomas).does('add-note', { appointmentId, noteId, text: 'Mine now' });
  expect(result).toMatchObject({ state: 'refused', reason: 'not-assigned-to-you' });
  expect(result.version).toBeUndefined();
  expect(await sync.world.table.get(noteEntity, sync.tenantId, { appointmentId, id: noteId })).toBeUndefined();
  const stranger = await sync.world.token({
    tenantId: anId('tenant'),
    roles: ['technician'],
    technicianId: sync.company.rosa.id,
  });
  const phone = sync.phoneOf(stranger);
  expect(await phone.push([phone.change('accept', { appointmentId })])).toMatchObject({ status: 404 });
});

test('nothing of this was a fault of ours', () => {
  expect(sync.world.faults).toEqual([]);
});
