import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knowledgeArticleEntity } from '../../../functions/store/entities/knowledge-article.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { knowledgeArticleSchema } from '../../../shared/model/knowledge-article.ts';
import { anId, aRecord } from '../../builders/an-id.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
let [first, tomorrow]: Appointment[] = [];
beforeAll(async () => {
  sync = await openSyncWorld();
  const { asset } = sync.company;
  await sync.world.keep(
    knowledgeArticleEntity,
    sync.tenantId,
    knowledgeArticleSchema.parse({
      ...aRecord('knowledgeArticle'),
      title: 'Error F28',
      text: 'The gas valve does not open: look at its plug first.',
      assetClasses: [asset.assetClass],
      workTypeIds: [],
    }),
    knowledgeArticleSchema.parse({
      ...aRecord('knowledgeArticle'),
      title: 'Lifts',
      text: 'Never alone.',
      assetClasses: ['lift'],
      workTypeIds: [],
    }),
  );
  first = await seedVisit(sync, '2026-05-12T14:00:00.000Z');
  tomorrow = await seedVisit(sync, '2026-05-14T14:00:00.000Z', { day: '2026-05-14' });
  await seedVisit(sync, '2026-05-15T14:00:00.000Z', { day: '2026-05-15' });
  await seedVisit(sync, '2026-05-12T14:00:00.000Z', {}, sync.company.tomas);
});
afterAll(() => sync.world.close());

test('a technician gets today and the next two days whole, and nothing of others', async () => {
  const view = await sync.phoneOf(sync.rosa).pull();
  expect(view.days.map(({ day }) => day)).toEqual(['2026-05-12', '2026-05-13', '2026-05-14']);
  expect(view.visits.map(({ appointment }) => appointment.id)).toEqual([first?.id, tomorrow?.id]);
  const { customer, site, asset, part, tomas } = sync.company;
  expect(view.visits[0]).toMatchObject({
    customer: { id: customer.id },
    site: { id: site.id },
    asset: { id: asset.id },
  });
  expect(view.visits[0]?.coverageFacts).toMatchObject({ currency: 'USD', siteId: site.id });
  expect(view.visits[0]?.coverage.basis).toBeDefined();
  expect(view.parts).toMatchObject([{ id: part.id, priceMinorUnits: part.priceMinorUnits }]);
  expect(view.stock).toMatchObject([{ partId: part.id, quantity: 5 }]);
  expect(view.knowledge.map(({ title }) => title)).toEqual(['Error F28']);
  expect(view.colleagues).toEqual([{ technicianId: tomas.id, name: tomas.name }]);
  expect(view.days[0]?.legs).toHaveLength(1);
});

test('nothing travels where nothing changed, and everything where something did', async () => {
  const phone = sync.phoneOf(sync.rosa);
  const { headers } = await phone.pullAnswer();
  const tag = String(headers['etag']);
  expect(await phone.pullAnswer({ 'if-none-match': tag })).toMatchObject({ status: 304, body: {} });
  expect(await phone.pullAnswer({ 'if-none-match': tag.replace('W/', '') })).toMatchObject({ status: 304 });
  await phone.does('add-note', { appointmentId: first?.id, noteId: anId('note'), text: 'Side door' });
  const anew = await phone.pullAnswer({ 'if-none-match': tag });
  expect(anew).toMatchObject({ status: 200, body: { lastMutationId: 1 } });
  expect(anew.headers['etag']).not.toBe(tag);
});

test('it travels compressed to a phone that takes that, and is the same view with the same tag', async () => {
  const phone = sync.phoneOf(sync.rosa);
  const plain = await phone.pullAnswer();
  const query = `clientId=${phone.clientId}`;
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  const zipped = await sync.world.callText({ path: '/v1/sync/pull', query, token: sync.rosa, headers });
  const bytes = Buffer.from(zipped.text, 'base64');
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(plain.body);
  expect(bytes.length).toBeLessThan(JSON.stringify(plain.body).length / 2);
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers['etag'] });
  for (const { headers: told } of [plain, zipped]) expect(told['vary']).toBe('accept-encoding');
});

test('the view tells how many of this very phone’s changes are in it', async () => {
  const [one, other] = [sync.phoneOf(sync.rosa), sync.phoneOf(sync.rosa)];
  await one.does('add-note', { appointmentId: first?.id, noteId: anId('note'), text: 'Dog' });
  await one.does('add-note', { appointmentId: first?.id, noteId: anId('note'), text: 'Friendly dog' });
  expect((await one.pull()).lastMutationId).toBe(2);
  expect((await other.pull()).lastMutationId).toBe(0);
});

test('an installation belongs to the technician who used it first', async () => {
  const phone = sync.phoneOf(sync.rosa);
  await phone.does('add-note', { appointmentId: first?.id, noteId: anId('note'), text: 'Mine' });
  const query = `clientId=${phone.clientId}`;
  expect(await sync.world.call({ path: '/v1/sync/pull', query, token: sync.tomas })).toMatchObject({
    status: 403,
    body: { reason: 'foreign-client' },
  });
});
