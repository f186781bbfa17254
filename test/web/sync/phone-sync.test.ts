import { describe, expect, it } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { presentView } from '../../../web/sync/present-view.ts';
import { anId } from '../../builders/an-id.ts';
import { aPhone, Tab } from './a-phone.ts';
import { problem } from './a-sync-server.ts';
import { aTechnicianView, aVisit } from './a-technician-view.ts';

const visit = aVisit();
const appointmentId = visit.appointment.id;
const aNote = (text: string) => ({ appointmentId, noteId: anId('note'), text });
const picture = (content: string) => {
  const bytes = new TextEncoder().encode(content).buffer;
  return { contentHash: content.padEnd(64, '0'), type: 'image/jpeg' as const, appointmentId, bytes };
};
const away = () => ['lost', 'lost', 'lost', 'lost', 'lost', 'lost'] as const;

describe('A change on the phone', () => {
  it('is kept when it is recorded, although no server answers, and is there after a restart', async () => {
    const { server, open } = aPhone();
    server.ways = [...away()];
    const before = await open();
    await before.record('add-note', aNote('gas is off'));
    server.ways = [...away()];
    const after = await open();
    expect(after.news.contents.outbox).toMatchObject([{ id: 1, name: 'add-note', state: 'unsent' }]);
  });

  it('goes up in the order in which it was made, each once', async () => {
    const { server, open } = aPhone();
    const phone = await open();
    for (const text of ['one', 'two', 'three']) await phone.record('add-note', aNote(text));
    await phone.sync();
    expect(server.taken.map(({ id, args }) => [id, Reflect.get(Object(args), 'text')])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(phone.news.contents.outbox).toEqual([]);
  });

  it('is sent again under its number when the answer was lost, and taken once', async () => {
    const { server, open } = aPhone();
    const phone = await open();
    await phone.sync();
    server.ways = ['answer-lost'];
    await phone.record('add-note', aNote('gas is off'));
    await phone.sync();
    await phone.sync();
    expect(server.pushes.length).toBeGreaterThan(1);
    expect(server.taken).toHaveLength(1);
  });

  it('shows at once, and goes on showing between the answer and the view that brings it', async () => {
    const { server, open } = aPhone();
    server.view = aTechnicianView(visit);
    const phone = await open();
    await phone.sync();
    server.ways = ['answered', 'lost', 'lost', 'lost'];
    await phone.record('start-travel', { appointmentId });
    const statusNow = () => presentView(phone.news.contents)?.visits[0]?.appointment.status;
    expect(statusNow()).toBe('travelling');
    await phone.sync();
    expect(phone.news.contents.outbox).toMatchObject([{ state: 'answered' }]);
    expect(statusNow()).toBe('travelling');
  });

  it('that was refused is kept with its reason, shows no more, and can be made anew', async () => {
    const { server, open } = aPhone();
    server.view = aTechnicianView(visit);
    const phone = await open();
    await phone.sync();
    server.refuse = () => 'wrong-state';
    await phone.record('start-travel', { appointmentId });
    await phone.sync();
    expect(phone.news.contents.results).toMatchObject([{ id: 1, result: { state: 'refused', reason: 'wrong-state' } }]);
    expect(presentView(phone.news.contents)?.visits[0]?.appointment.status).toBe('accepted');
    server.refuse = () => undefined;
    await phone.retry(1);
    await phone.sync();
    expect(phone.news.contents.results).toEqual([]);
    expect(server.taken).toMatchObject([{ id: 2, name: 'start-travel' }]);
  });

  it('says by the clock of the device when it was done, and the push says what that clock says now', async () => {
    const { server, open } = aPhone();
    const phone = await open();
    await phone.record('add-note', aNote('gas is off'));
    await phone.sync();
    expect(server.pushes[0]).toMatchObject({
      sentAt: '2025-11-12T14:00:00.000Z',
      mutations: [{ recordedAt: '2025-11-12T14:00:00.000Z' }],
    });
    const { offsetMilliseconds } = phone.news.contents.installation;
    expect(offsetMilliseconds).toBe(server.clock - Date.parse('2025-11-12T14:00:00.000Z'));
  });

  it('goes anew under a fresh name where the server was set back, so that the queue is never stuck', async () => {
    const { server, open } = aPhone();
    const phone = await open();
    await phone.record('add-note', aNote('one'));
    await phone.sync();
    server.forget('client-1', 0);
    await phone.record('add-note', aNote('two'));
    await phone.sync();
    expect(server.taken.map(({ clientId, id }) => [clientId, id])).toEqual([
      ['client-1', 1],
      ['client-2', 1],
    ]);
    expect(phone.news.trouble).toBeUndefined();
  });
});

describe('A photo', () => {
  it('is kept with the change that names it, and goes apart from it when it can', async () => {
    const { server, open } = aPhone();
    server.view = aTechnicianView(visit);
    const send = server.send.bind(server);
    let narrow = true;
    server.send = async (file) => {
      if (narrow) throw new NetworkDown();
      return send(file);
    };
    const phone = await open();
    const { contentHash } = picture('a');
    const args = { appointmentId, contentHash, type: 'image/jpeg', sizeBytes: 1 };
    await phone.record('add-photo', args, { file: picture('a') });
    await phone.sync();
    expect(server.taken).toMatchObject([{ name: 'add-photo' }]);
    expect(phone.news.contents.files).toMatchObject([{ contentHash, state: 'unsent' }]);
    expect(phone.news.trouble).toBe('offline');
    narrow = false;
    await phone.sync();
    expect(server.files).toEqual([contentHash]);
    expect(phone.news.contents.files).toMatchObject([{ state: 'sent' }]);
  });

  it('that the server does not take holds up no other, and its bytes stay', async () => {
    const { server, open } = aPhone();
    server.view = aTechnicianView(visit);
    const phone = await open();
    const send = server.send.bind(server);
    server.send = async (file) => {
      if (file.contentHash.startsWith('a')) throw problem('not-found', 404);
      return send(file);
    };
    for (const content of ['a', 'b']) {
      const { contentHash } = picture(content);
      await phone.record(
        'add-photo',
        { appointmentId, contentHash, type: 'image/jpeg', sizeBytes: 1 },
        { file: picture(content) },
      );
    }
    await phone.sync();
    expect(phone.news.contents.files.map(({ state }) => state)).toEqual(['refused', 'sent']);
    const [refused] = phone.news.contents.files;
    expect((await phone.bytesOf(refused?.key ?? ''))?.byteLength).toBe(1);
  });
});

describe('The phone’s memory', () => {
  it('says what may be lost when the browser has cleared it', async () => {
    const { server, deps, open } = aPhone();
    server.ways = [...away()];
    const before = await open();
    await before.record('add-note', aNote('gas is off'));
    expect(before.lost).toBeUndefined();
    const { open: openCleared } = aPhone({ marker: deps.marker });
    expect((await openCleared()).lost).toMatchObject({ clientId: 'client-1', unsent: 1 });
  });

  it('is gone after signing out, and that is no loss', async () => {
    const { open } = aPhone();
    const before = await open();
    await before.record('add-note', aNote('gas is off'));
    await before.wipe();
    expect(await indexedDB.databases()).toEqual([]);
    const after = await open();
    expect(after.lost).toBeUndefined();
    expect(after.news.contents.installation.clientId).not.toBe('client-1');
  });

  it('of another technician loses his day when this one opens, and what he had not sent stays for him', async () => {
    const { server, open } = aPhone();
    server.view = aTechnicianView(visit);
    const his = await open();
    await his.sync();
    server.ways = [...away()];
    await his.record('add-note', aNote('gas is off'));
    server.ways = [...away()];
    await open({ owner: 'te_2' });
    server.ways = [...away()];
    const again = await open();
    expect(again.news.contents.view).toBeUndefined();
    expect(again.news.contents.outbox).toMatchObject([{ name: 'add-note' }]);
  });
});

describe('Two tabs', () => {
  it('carry one queue: the first one sends what was done in the second, and both see it', async () => {
    const all: Tab[] = [];
    const { server, open } = aPhone();
    const held: (() => void)[] = [];
    const locks = {
      request: async (_name: string, ...[lead]: unknown[]) => {
        if (typeof lead === 'function') held.push(() => void lead());
      },
    };
    const first = await open({ tabs: new Tab(all), locks });
    const second = await open({ tabs: new Tab(all), locks });
    held[0]?.();
    await second.record('add-note', aNote('gas is off'));
    await expect.poll(() => server.taken.length).toBe(1);
    await expect.poll(() => second.news.contents.outbox.length).toBe(0);
    expect(first.news.contents.outbox).toEqual([]);
  });
});
