import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentFile } from '../../../functions/store/questions/appointment-file.ts';
import { backlog, dayBoard } from '../../../functions/store/questions/board.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { itemOf } from '../../../functions/store/entity.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { beginWork, type WorkContext } from '../../../functions/store/unit-of-work.ts';
import { hash } from '../../../functions/platform/hash.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';

let opened: TestTable;
const tenantId = anId('tenant');
const now = '2026-05-12T13:00:00.000Z';
const by = { kind: 'system', id: 'test', name: 'Test' } as const;

beforeAll(async () => {
  opened = await openTestTable();
});
afterAll(() => opened.close());

const context = (changes: Partial<WorkContext> = {}): WorkContext => ({
  table: opened.table,
  tenantId,
  now,
  newId: idMaker(() => new Date(now)),
  random: () => 0.5,
  pause: async () => undefined,
  ...changes,
});
const onceOf = (key: string, request: string) => ({
  keyHash: hash(key),
  requestHash: hash(request),
  expiresAt: '2026-06-12T13:00:00.000Z',
});

describe('a unit of work', () => {
  test('of one put is written by itself where that is asked for, at half the price and under the same condition', async () => {
    const made = anAppointment({ territoryId: anId('territory') });
    const first = beginWork(context({ singly: true }));
    first.create(appointmentEntity, made);
    opened.consumed();
    expect(await first.commit()).toEqual({ ok: true });
    expect(Object.keys(opened.consumed())).toEqual(['PutItem']);
    const second = beginWork(context({ singly: true }));
    second.create(appointmentEntity, made);
    expect(await second.commit()).toEqual({ ok: false, reason: 'already-there', entity: 'appointment' });
    const both = beginWork(context({ singly: true }));
    both.create(appointmentEntity, anAppointment({ territoryId: anId('territory') }));
    both.record(made.id, 'appointment.created', by);
    opened.consumed();
    expect(await both.commit()).toEqual({ ok: true });
    expect(Object.keys(opened.consumed())).toEqual(['TransactWriteItems']);
  });

  test('writes a thing and its history together, and moves it from the backlog to the board', async () => {
    const made = anAppointment();
    const work = beginWork(context());
    const stored = work.create(appointmentEntity, made);
    work.record(made.id, 'appointment.created', by);
    expect(await work.commit()).toEqual({ ok: true });
    expect(stored).toMatchObject({ version: 1, createdAt: now, updatedAt: now });
    expect(await backlog(opened.table, tenantId, made.territoryId)).toMatchObject([{ id: made.id }]);
    const { day, assignments, status } = anAssignedAppointment(anId('technician'), '2026-05-12T14:00:00.000Z');
    const next = beginWork(context());
    next.update(appointmentEntity, stored, { ...stored, ...(day && { day }), assignments, status });
    await next.commit();
    expect(await backlog(opened.table, tenantId, made.territoryId)).toEqual([]);
    expect(await dayBoard(opened.table, tenantId, made.territoryId, '2026-05-12')).toMatchObject([{ version: 2 }]);
    const file = await appointmentFile(opened.table, tenantId, made.id);
    expect(file?.history).toMatchObject([{ event: 'appointment.created', by }]);
  });

  test('tells what stands there now when it was changed meanwhile, and writes nothing at all', async () => {
    const stored = anAppointment();
    await opened.keep(appointmentEntity, tenantId, { ...stored, version: 3 });
    const work = beginWork(context());
    work.update(appointmentEntity, stored, { ...stored, subject: 'Mine' });
    work.record(stored.id, 'appointment.moved', by);
    expect(await work.commit()).toMatchObject({
      ok: false,
      reason: 'changed-meanwhile',
      entity: 'appointment',
      present: { version: 3, subject: stored.subject },
    });
    expect((await appointmentFile(opened.table, tenantId, stored.id))?.history).toEqual([]);
  });

  test('creates what is in version 0 only where nothing is', async () => {
    const day = { technicianId: anId('technician'), day: '2026-05-12', version: 0, intervals: [] };
    const outcomes = await Promise.all(
      [1, 2].map(() => {
        const work = beginWork(context());
        work.update(technicianDayEntity, day, day);
        return work.commit();
      }),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('done again under the same key writes nothing and gives the first answer', async () => {
    const make = async (answer: object) => {
      const work = beginWork(context({ once: onceOf('key-1', 'request') }));
      work.create(appointmentEntity, anAppointment());
      return work.commit(answer);
    };
    expect(await make({ first: true })).toEqual({ ok: true });
    expect(await make({ first: false })).toMatchObject({
      ok: false,
      reason: 'repeated',
      first: { answer: { first: true }, requestHash: hash('request') },
    });
  });

  test('counts down to zero and never below, and says so by the name it was given', async () => {
    const level = {
      stockLocationId: anId('stockLocation'),
      partId: anId('part'),
      quantity: 2,
      version: 1,
      updatedAt: now,
    };
    await opened.keep(stockLevelEntity, tenantId, level);
    const take = (quantity: number) => {
      const work = beginWork(context());
      work.count(stockLevelEntity, level, { field: 'quantity', by: -quantity, refusal: 'stock-too-low' });
      return work.commit();
    };
    expect(await take(2)).toEqual({ ok: true });
    expect(await take(1)).toMatchObject({ reason: 'stock-too-low', present: { quantity: 0, version: 2 } });
  });

  test('refuses to write what its schema refuses', () => {
    const broken = { ...anAppointment(), durationSeconds: -1 };
    expect(() => beginWork(context()).put(appointmentEntity, broken)).toThrow(/durationSeconds/);
  });
});

describe('while another transaction is in the way', () => {
  const conflict = () =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  const busyFor = (times: number): Table => {
    let left = times;
    const transact: Table['transact'] = async (actions) => {
      if (left-- > 0) throw conflict();
      return opened.table.transact(actions);
    };
    return { ...opened.table, transact };
  };

  test('it is tried again after pauses that grow', async () => {
    const pauses: number[] = [];
    const work = beginWork(
      context({ table: busyFor(3), pause: async (milliseconds) => void pauses.push(milliseconds) }),
    );
    work.create(appointmentEntity, anAppointment());
    expect(await work.commit()).toEqual({ ok: true });
    expect(pauses).toHaveLength(3);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  });

  test('it is given up as a fault after a few times', async () => {
    const work = beginWork(context({ table: busyFor(100) }));
    work.create(appointmentEntity, anAppointment());
    await expect(work.commit()).rejects.toBeInstanceOf(TransactionCanceledException);
  });
});

test('two tenants with the very same ids never see each other', async () => {
  const appointment = anAppointment();
  await opened.keep(appointmentEntity, tenantId, appointment);
  const other = anId('tenant');
  expect(await appointmentFile(opened.table, other, appointment.id)).toBeUndefined();
  expect(await backlog(opened.table, other, appointment.territoryId)).toEqual([]);
  await opened.keep(appointmentEntity, other, { ...appointment, subject: 'Theirs' });
  expect((await appointmentFile(opened.table, tenantId, appointment.id))?.appointment.subject).toBe(
    appointment.subject,
  );
});

test('many keys at once are all read, also beyond what one call takes', async () => {
  const many = Array.from({ length: 120 }, () => anAppointment());
  await opened.keep(appointmentEntity, tenantId, ...many);
  const found = await opened.table.getMany(
    appointmentEntity,
    tenantId,
    [...many, ...many].map(({ id }) => ({ id })),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(120);
  expect(found).toHaveLength(120);
});

test('a stored shape that does not fit is a fault that names its place', async () => {
  const strange = anAppointment();
  const item = itemOf(appointmentEntity, tenantId, strange);
  const data = item['data']?.M ?? {};
  data['durationSeconds'] = { S: 'an hour' };
  await opened.table.transact([{ Put: { TableName: opened.table.name, Item: item } }]);
  const place = `T#${tenantId}#APPOINTMENT#${strange.id}`;
  await expect(opened.table.get(appointmentEntity, tenantId, strange)).rejects.toThrow(place);
});
