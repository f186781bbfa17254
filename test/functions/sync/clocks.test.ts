import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
beforeAll(async () => {
  sync = await openSyncWorld();
});
afterAll(() => sync.world.close());

const stored = (id: string) => sync.world.table.get(appointmentEntity, sync.tenantId, { id });
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString();
/** What happened so long before now, told and sent by a clock that is off by so much. */
const push = async (appointmentId: string, offSeconds: number, agoSeconds: readonly [number, number, number]) => {
  const phone = sync.phoneOf(sync.rosa);
  const { now } = sync.world;
  const [accepted, left, came] = agoSeconds.map((ago) => ({ recordedAt: later(now, offSeconds - ago) }));
  const { body } = await phone.push(
    [
      phone.change('accept', { appointmentId }, accepted),
      phone.change('start-travel', { appointmentId }, left),
      phone.change('arrive', { appointmentId }, came),
    ],
    { sentAt: later(now, offSeconds) },
  );
  return body['results'] as { state: string; clockDoubted?: boolean }[];
};
const visitOfHour = (hour: number) => seedVisit(sync, `2026-05-12T${hour}:00:00.000Z`);

describe('the clock of a phone', () => {
  test.each([
    { off: -3600, name: 'an hour slow' },
    { off: 86_400, name: 'a day fast' },
    { off: 5400, name: 'in a zone of its own' },
  ])('that is $name is set right by what it said when it sent', async ({ off }) => {
    const { id } = await visitOfHour(13);
    const results = await push(id, off, [1800, 1200, 600]);
    expect(results.map(({ state, clockDoubted }) => [state, clockDoubted])).toEqual(
      Array.from({ length: 3 }, () => ['applied', undefined]),
    );
    const appointment = await stored(id);
    expect(appointment).toMatchObject({
      travelStartedAt: later(sync.world.now, -1200),
      actualStartAt: later(sync.world.now, -600),
    });
    expect(appointment?.areTimesDoubted).toBeUndefined();
  });

  test('that was set back inside the queue is marked, and the order is the order of the numbers', async () => {
    const { id } = await visitOfHour(14);
    const results = await push(id, 0, [1800, 1200, 5400]);
    expect(results.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
    expect(results.some(({ clockDoubted }) => clockDoubted)).toBe(true);
    const appointment = await stored(id);
    expect(appointment).toMatchObject({ status: 'on-site', areTimesDoubted: true });
    expect(Date.parse(appointment?.actualStartAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(appointment?.travelStartedAt ?? 'never'),
    );
  });

  test('that stepped a day back between doing and sending is found out by what the phone had seen', async () => {
    const phone = sync.phoneOf(sync.rosa);
    const { id: appointmentId } = await visitOfHour(15);
    const { now } = sync.world;
    const version = (await stored(appointmentId))?.version ?? 0;
    // Done an hour ago by a clock that was right, sent by one that runs a day ahead.
    const change = phone.change('accept', { appointmentId }, { recordedAt: later(now, -60), baseVersion: version });
    const { body } = await phone.push([change], { sentAt: later(now, 86_400) });
    expect(body['results']).toMatchObject([{ state: 'applied', clockDoubted: true }]);
  });

  test('marks a time entry whose length hangs on it', async () => {
    const { id: appointmentId } = await seedVisit(sync, '2026-05-12T16:00:00.000Z', { status: 'on-site' });
    const phone = sync.phoneOf(sync.rosa);
    const entryId = anId('timeEntry');
    const { now } = sync.world;
    await phone.push([
      phone.change('start-work', { appointmentId, entryId }, { recordedAt: later(now, 7200) }),
      phone.change('stop-work', { appointmentId }, { recordedAt: later(now, -60) }),
    ]);
    const entry = (await phone.pull()).timeEntries.find(({ id }) => id === entryId);
    expect(entry).toMatchObject({ kind: 'work', isDoubted: true });
    expect(Date.parse(entry?.to ?? '')).toBeGreaterThanOrEqual(Date.parse(entry?.from ?? 'never'));
  });

  test('that was without signal for a week is still taken', async () => {
    const { id } = await visitOfHour(17);
    const results = await push(id, 0, [3 * 86_400 + 1800, 3 * 86_400 + 1200, 3 * 86_400]);
    expect(results.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
  });

  test('shows the day of the territory’s zone over the change of summer time', async () => {
    sync.world.now = new Date('2026-11-01T05:30:00.000Z');
    const phone = sync.phoneOf(
      await sync.world.token({ tenantId: sync.tenantId, roles: ['technician'], technicianId: sync.company.rosa.id }),
    );
    // In Boston it is 01:30 on the 1st, the day that has 25 hours.
    expect((await phone.pull()).days.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    sync.world.now = new Date('2026-11-02T04:30:00.000Z');
    expect((await phone.pull()).days[0]?.day).toBe('2026-11-01');
  });
});
