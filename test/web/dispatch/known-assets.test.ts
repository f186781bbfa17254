import { expect, it } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { assetPoints } from '../../../web/dispatch/map/layers/layer-points.ts';
import { KnownAssets } from '../../../web/dispatch/map/layers/known-assets.svelte.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anApi } from '../an-api.ts';

const place = { location: [-71.06, 42.36] as [number, number], addressText: '1 Long Wharf' };
const asset = (id: string) => ({ id, name: 'Boiler', serial: id, siteId: 'si_1', customerId: 'cu_1' });
const pageOf = (ids: readonly string[], nextCursor?: string) => ({
  items: ids.map(asset),
  customers: [{ id: 'cu_1', name: 'Bluewater' }],
  sites: [{ id: 'si_1', place }],
  ...(nextCursor !== undefined && { nextCursor }),
});
const serverOf = (answer: (cursor: string | undefined) => object) =>
  anApi(async (_, { query }: { query: { cursor?: string } }) => answer(query.cursor));

it('Machines are read to the last page, each with where it stands and whose it is', async () => {
  const assets = new KnownAssets(
    serverOf((cursor) => (cursor === undefined ? pageOf(['as_1', 'as_2'], 'more') : pageOf(['as_3']))),
  );
  await assets.read();
  expect([...assets.items.keys()]).toEqual(['as_1', 'as_2', 'as_3']);
  expect(assets.items.get('as_3')).toMatchObject({ customer: 'Bluewater', place });
});

it('What was read before the network went stays, and reading goes on from there', async () => {
  let isDown = true;
  const asked: (string | undefined)[] = [];
  const assets = new KnownAssets(
    serverOf((cursor) => {
      asked.push(cursor);
      if (cursor === undefined) return pageOf(['as_1'], 'more');
      if (isDown) throw new NetworkDown();
      return pageOf(['as_2']);
    }),
  );
  await assets.read();
  expect(assets).toMatchObject({ failed: true });
  isDown = false;
  await assets.read();
  expect(asked).toEqual([undefined, 'more', 'more']);
  expect(assets.items.size).toBe(2);
});

it('Machines that are shown again are read again: one that moved stands at its new place, one that was sold is gone', async () => {
  let sold = false;
  const moved = { id: 'si_1', place: { ...place, addressText: '2 Long Wharf' } };
  const assets = new KnownAssets(
    serverOf(() => (sold ? { ...pageOf(['as_1']), sites: [moved] } : pageOf(['as_1', 'as_2']))),
  );
  await assets.read();
  sold = true;
  await assets.read();
  expect(assets.items.size).toBe(2);
  assets.outdate();
  await assets.read();
  expect([...assets.items.values()]).toMatchObject([{ id: 'as_1', place: { addressText: '2 Long Wharf' } }]);
});

it('A machine that the board has work for stands out, once', () => {
  const work = anAppointment({ assetId: 'as_01J00000000000000000000001' });
  const points = assetPoints(
    [
      { id: work.assetId ?? '', place },
      { id: 'as_2', place },
    ],
    [work],
    undefined,
  );
  expect(points.map(({ id, mark }) => [id, mark.tone])).toEqual([
    ['as_2', 'done'],
    [work.assetId, 'here'],
  ]);
});
