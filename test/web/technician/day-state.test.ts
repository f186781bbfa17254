import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../web/api/api.ts';
import { noSession } from '../../../web/api/session.ts';
import { DayState } from '../../../web/technician/day-state.svelte.ts';
import { unsentItems } from '../../../web/technician/unsent-item.ts';
import { anId } from '../../builders/an-id.ts';
import { aPhone } from '../sync/a-phone.ts';
import { aTechnicianView, aVisit, technician } from '../sync/a-technician-view.ts';

const travelling = aVisit({ status: 'travelling', travelStartedAt: '2026-05-12T13:00:00.000Z' });
const onSite = aVisit({
  status: 'on-site',
  actualStartAt: '2026-05-12T13:00:00.000Z',
  tasks: [{ key: 'gas', label: 'Gas turned off', answer: 'check', required: true }],
});
const [partId, stockLocationId] = [anId('part'), anId('stockLocation')];

/** The phone with both stops fetched, and the network then gone. */
const aDayWithoutSignal = async () => {
  const { server, open } = aPhone();
  server.view = {
    ...aTechnicianView(travelling, onSite),
    technician: { ...technician, vanStockLocationId: stockLocationId },
    parts: [
      {
        id: partId,
        version: 1,
        createdAt: '2026-05-01T00:00:00.000Z',
        updatedAt: '2026-05-01T00:00:00.000Z',
        name: 'Pump',
        number: 'P-1',
        priceMinorUnits: 100,
      },
    ],
    stock: [{ stockLocationId, partId, quantity: 2, version: 1, updatedAt: '2026-05-12T10:00:00.000Z' }],
  };
  const sync = await open();
  await sync.sync();
  server.ways = Array.from({ length: 50 }, () => 'lost' as const);
  const day = new DayState(sync, createApi({ session: noSession }));
  return { server, day };
};
const about = { appointmentId: onSite.appointment.id };

describe('The day on the phone without signal', () => {
  it('goes on: a step is taken at once, and waits to be sent', async () => {
    const { day } = await aDayWithoutSignal();
    const { id: appointmentId } = travelling.appointment;
    expect(await day.change('arrive', { appointmentId })).toBeUndefined();
    expect(day.stop(appointmentId)?.status).toBe('on-site');
    expect(unsentItems(day.news.contents)).toMatchObject([{ kind: 'change', mutation: { name: 'arrive' } }]);
  });

  it('refuses what the server would refuse, with its reason and nothing recorded', async () => {
    const { day } = await aDayWithoutSignal();
    const refusal = await day.change('complete', { ...about, outcome: { code: 'fixed' } });
    expect(refusal).toMatchObject({ reason: 'task-required', taskKeys: ['gas'] });
    expect(day.news.contents.outbox).toEqual([]);
  });

  it('lets a visit be completed once its required step is answered', async () => {
    const { day } = await aDayWithoutSignal();
    await day.change('answer-task', { ...about, key: 'gas', value: true });
    expect(await day.change('complete', { ...about, outcome: { code: 'fixed' } })).toBeUndefined();
    expect(day.stop(about.appointmentId)?.status).toBe('completed');
  });

  it('takes no more from the van than lies there, also over several unsent parts', async () => {
    const { day } = await aDayWithoutSignal();
    const use = (quantity: number) =>
      day.change('use-part', { ...about, usageId: day.newId('partUsage'), partId, quantity });
    const [first, second] = await Promise.all([use(2), use(1)]);
    expect(first).toBeUndefined();
    expect(second).toMatchObject({ reason: 'stock-too-low' });
    expect(day.day?.stock).toMatchObject([{ quantity: 0 }]);
  });

  it('names the version that the technician saw, not what he made of it', async () => {
    const { day } = await aDayWithoutSignal();
    await day.change('answer-task', { ...about, key: 'gas', value: true });
    await day.change('complete', { ...about, outcome: { code: 'fixed' } });
    const { version } = onSite.appointment;
    expect(day.news.contents.outbox.map(({ baseVersion }) => baseVersion)).toEqual([version, version]);
  });

  it('says which of the pictures of a visit wait', async () => {
    const { day } = await aDayWithoutSignal();
    for (const content of ['a', 'b']) {
      const file = { ...about, contentHash: content.repeat(64), type: 'image/jpeg' as const };
      await day.change('add-photo', { ...file, sizeBytes: 1 }, { ...file, bytes: new ArrayBuffer(1) });
    }
    const files = unsentItems(day.news.contents).filter(({ kind }) => kind === 'file');
    expect(files).toMatchObject([
      { number: 1, count: 2 },
      { number: 2, count: 2 },
    ]);
  });
});

describe('A phone that cannot write any more', () => {
  const real = IDBObjectStore.prototype.add;
  afterEach(() => {
    IDBObjectStore.prototype.add = real;
  });

  it('says so instead of promising to keep it', async () => {
    const { day } = await aDayWithoutSignal();
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const refusal = await day.change('answer-task', { ...about, key: 'gas', value: true });
    expect(refusal).toMatchObject({ reason: 'not-kept' });
    expect(day.stop(about.appointmentId)?.tasks[0]?.value).toBeUndefined();
  });
});
