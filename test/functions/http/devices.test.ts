import { afterAll, beforeAll, expect, test } from 'vitest';
import { devicesOf } from '../../../functions/store/questions/devices-of.ts';
import { recordHistory } from '../../../functions/store/questions/record-history.ts';
import { hash } from '../../../functions/platform/hash.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
const harbor = aCompany();
const tenantId = harbor.tenant.id;
const path = `/v1/technicians/${harbor.rosa.id}/devices`;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
});
afterAll(() => world.close());

const ask = async (method: string, at = path, body?: unknown) =>
  world.call({ method, path: at, body, token: await world.token({ tenantId, roles: ['dispatcher'] }) });
const add = (app: string) => ask('POST', path, { app, name: 'Work phone' });
const text = (value: unknown) => String(value);

test('a device is added with a secret that is shown once and kept as a hash', async () => {
  const { status, body } = await add('owntracks');
  expect(status).toBe(201);
  const secret = text(body['secret']);
  const kept = await devicesOf(world.table, tenantId, harbor.rosa.id);
  expect(kept[0]).toMatchObject({ app: 'owntracks', secretHash: hash(secret), technicianId: harbor.rosa.id });
  const listed = JSON.stringify((await ask('GET')).body);
  expect(listed).toContain('Work phone');
  expect(listed).not.toContain(secret);
  expect(listed).not.toContain(hash(secret));
});

test('its QR code sets OwnTracks up: address, HTTP mode, password, commands allowed', async () => {
  const { body } = await add('owntracks');
  const [, inline = ''] = text(body['setupText']).split('owntracks:///config?inline=');
  expect(JSON.parse(Buffer.from(inline, 'base64').toString('utf8'))).toMatchObject({
    _type: 'configuration',
    mode: 3,
    url: 'https://fieldline.test/v1/trackers/owntracks',
    auth: true,
    password: body['secret'],
    cmd: true,
  });
});

test('its QR code sets Traccar Client up: server and identifier', async () => {
  const { body } = await add('traccar');
  const setup = new URL(text(body['setupText']));
  expect(setup.origin + setup.pathname).toBe('https://fieldline.test/v1/trackers/traccar');
  expect(setup.searchParams.get('id')).toBe(body['secret']);
});

test('its text sets OsmAnd up: an address with places that the app fills in', async () => {
  const { body } = await add('osmand');
  expect(body['setupText']).toContain(`/v1/trackers/osmand?id=${text(body['secret'])}&lat={0}&lon={1}&timestamp={2}`);
});

test('a revoked device stays in the list as such, and revoking it again changes nothing', async () => {
  const { body } = await add('traccar');
  const { id } = Object(body['device']) as { id: string };
  expect((await ask('DELETE', `${path}/${id}`)).status).toBe(204);
  const revoked = async () =>
    (await devicesOf(world.table, tenantId, harbor.rosa.id)).find((device) => device.id === id)?.revokedAt;
  const first = await revoked();
  expect(first).toBe('2026-05-12T13:00:00.000Z');
  world.now = new Date('2026-05-12T14:00:00.000Z');
  expect((await ask('DELETE', `${path}/${id}`)).status).toBe(204);
  expect(await revoked()).toBe(first);
  const history = await recordHistory(world.table, tenantId, harbor.rosa.id);
  const ofDevice = history.filter(({ event }) => event === 'device.revoked');
  expect(ofDevice).toMatchObject([{ facts: { app: 'traccar', name: 'Work phone' }, by: { kind: 'staff' } }]);
  expect(history.filter(({ event }) => event === 'device.added').length).toBeGreaterThan(0);
});

test('nobody has more than ten that are not revoked', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 10; count += 1) statuses.push((await add('osmand')).status);
  expect(statuses).toContain(201);
  expect(statuses.at(-1)).toBe(429);
});
