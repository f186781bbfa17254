import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { LocalStore } from '../../../web/sync/local-store.ts';
import { migrate } from '../../../web/sync/migrations.ts';
import { openPhoneDatabase } from '../../../web/sync/phone-database.ts';
import type { PhoneSchema } from '../../../web/sync/phone-schema.ts';
import { presentView } from '../../../web/sync/present-view.ts';
import type { KeptMutation } from '../../../web/sync/kept.ts';
import { aTechnicianView, aVisit, technician } from './a-technician-view.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

// R10: the databases and queues of the two versions before.
it.each([1, 2])('A database of version %i opens in today’s form with its queue', async (version) => {
  const visit = aVisit({ status: 'on-site', actualStartAt: '2026-05-12T13:00:00.000Z' });
  const appointmentId = visit.appointment.id;
  const before = await openDB<PhoneSchema>('fieldline-phone-te_1', version, {
    upgrade: (database) => migrate(database, 0, version),
  });
  const installation = {
    clientId: '4b1d5a52-7f4f-4b6e-9a3e-0d6f3d9f8a11',
    nextId: 2,
    offsetMilliseconds: 0,
    viewEtag: 'a',
  };
  const started: KeptMutation = {
    id: 1,
    name: 'start-work',
    args: { appointmentId },
    recordedAt: '2026-05-12T14:00:00.000Z',
    schemaVersion: version,
    state: 'unsent',
  };
  await before.put('installation', installation, 'only');
  await before.put('outbox', started);
  const body = { ...aTechnicianView(visit), schemaVersion: version, lastMutationId: 0 };
  await before.put('view', { etag: 'a', body }, 'only');
  before.close();

  const contents = await new LocalStore(await openPhoneDatabase('te_1')).contents();
  expect(contents.outbox).toEqual([started]);
  expect(contents.results).toEqual([]);
  // What was queued in the words of then shows as it will be understood.
  const [shown] = presentView(contents)?.visits ?? [];
  expect(shown?.appointment.workRunning).toMatchObject([{ technicianId: technician.id }]);
});
