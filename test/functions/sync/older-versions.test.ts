import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oldestSyncSchemaVersion, syncSchemaVersion, type MutationResult } from '../../../shared/protocol/sync.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
beforeAll(async () => {
  sync = await openSyncWorld();
});
afterAll(() => sync.world.close());

/** Changes as a phone of version 1 queued them: nothing that it adds brings an id. */
const queuedInVersion1 = (appointmentId: string) => {
  const { asset, part } = sync.company;
  return [
    ['start-work', { appointmentId }],
    ['stop-work', { appointmentId }],
    [
      'enter-time',
      {
        appointmentId,
        entryId: 'lunch',
        kind: 'break',
        from: '2026-05-12T12:00:00.000Z',
        to: '2026-05-12T12:30:00.000Z',
      },
    ],
    ['read-meter', { appointmentId, assetId: asset.id, meter: 'hours', reading: 1200 }],
    ['request-part', { appointmentId, partId: part.id, quantity: 2 }],
    ['request-help', { appointmentId, text: 'Two must lift it' }],
    ['raise-lead', { appointmentId, kind: 'quote', text: 'Wants a heat pump' }],
  ] as const;
};

const push = async (schemaVersion: number, hour: number) => {
  const { id } = await seedVisit(sync, `2026-05-12T${hour}:00:00.000Z`, { status: 'on-site' });
  const phone = sync.phoneOf(sync.rosa);
  const changes = queuedInVersion1(id).map(([name, args]) => phone.change(name, args));
  const answer = await phone.push(changes, { schemaVersion });
  return { answer, again: await phone.push(changes, { schemaVersion }), view: await phone.pull() };
};
const statesOf = (results: unknown) => (results as MutationResult[]).map(({ state }) => state);

describe('changes that an older phone queued', () => {
  test('two versions ago are accepted, once', async () => {
    const { answer, again, view } = await push(syncSchemaVersion - 2, 13);
    expect(statesOf(answer.body['results'])).toEqual(Array(7).fill('applied'));
    expect(again.body).toEqual(answer.body);
    expect(view.timeEntries.map(({ kind }) => kind).sort()).toEqual(['break', 'work']);
    expect(view.visits[0]?.meterReadings).toMatchObject([{ meter: 'hours', reading: 1200 }]);
    expect(view.notices.map(({ kind }) => kind).sort()).toEqual(['help-request', 'part-request', 'quote-request']);
  });

  test('one version ago are accepted as that version says them, and refused in sight where it never said so', async () => {
    const { answer } = await push(syncSchemaVersion - 1, 15);
    expect(statesOf(answer.body['results'])).toEqual(['applied', 'applied', ...Array<string>(5).fill('refused')]);
  });

  test('earlier still are refused in sight, each by itself', async () => {
    const { answer, view } = await push(oldestSyncSchemaVersion - 1, 17);
    expect(answer.body['results']).toMatchObject(Array(7).fill({ state: 'refused', reason: 'schema-too-old' }));
    expect(view.notices.filter(({ reason }) => reason === 'schema-too-old')).toHaveLength(7);
  });

  test('by a newer phone than this server wait untouched until the server is newer too', async () => {
    const { answer, view } = await push(syncSchemaVersion + 1, 19);
    expect(answer).toMatchObject({ status: 409, body: { reason: 'schema-newer' } });
    expect(view.lastMutationId).toBe(0);
  });
});
