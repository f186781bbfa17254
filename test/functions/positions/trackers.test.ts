import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { hash } from '../../../functions/platform/hash.ts';
import { newSecret } from '../../../functions/platform/secret-token.ts';
import { createPositionsHandler, type PositionsHandler } from '../../../functions/positions/handler.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { deviceEntity } from '../../../functions/store/entities/device.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../../shared/geo/travel-source.ts';
import type { Device, TrackerApp } from '../../../shared/model/device.ts';
import { aDevice } from '../../builders/a-device.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';
import { aPositionsEvent } from './a-positions-event.ts';
import {
  osmandForm,
  osmandQuery,
  owntracksLocation,
  owntracksOthers,
  owntracksTransition,
  traccarJson,
} from './tracker-bodies.ts';

let test: TestTable;
let handle: PositionsHandler;
const tenantId = anId('tenant');
const rosa = aTechnician();
const clock = setClock('2026-05-12T14:30:00.000Z');

beforeEach(async () => {
  test = await openTestTable();
  clock.set('2026-05-12T14:30:00.000Z');
  await test.keep(territoryEntity, tenantId, aTerritory());
  await test.keep(technicianEntity, tenantId, rosa);
  handle = createPositionsHandler({
    table: test.table,
    clock,
    newId: anId,
    random: Math.random,
    verifier: () => Promise.reject(new Error('a tracker has no token')),
    travel: sourceOf(estimatedTravel),
    log: silentLog(),
  });
});
afterEach(() => test.close());

const deviceOf = async (app: TrackerApp, changes: Partial<Device> = {}) => {
  const { token, hash: secretHash } = newSecret(tenantId, randomBytes);
  await test.keep(deviceEntity, tenantId, aDevice({ app, technicianId: rosa.id, secretHash, ...changes }));
  return token;
};
const device = (token: string) => test.table.get(deviceEntity, tenantId, { secretHash: hash(token) });

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly query?: string;
  readonly body?: string;
  readonly password?: string;
}
const send = async (app: TrackerApp, { method = 'POST', query = '', body = '', password }: Sent) => {
  const event = aPositionsEvent(undefined, body);
  const path = `/v1/trackers/${app}`;
  const answer = await handle({
    ...event,
    rawPath: path,
    rawQueryString: query,
    headers: {
      ...(password !== undefined && {
        authorization: `Basic ${Buffer.from(`fieldline:${password}`).toString('base64')}`,
      }),
    },
    requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method, path } },
  });
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body ?? 'null') as unknown };
};
const latest = () => test.table.get(latestPositionEntity, tenantId, { technicianId: rosa.id });

const fix = {
  at: '2026-05-12T14:20:00.000Z',
  location: [-71.0589, 42.3601],
  accuracyMetres: 4.8,
  speedMetresPerSecond: 8.25,
  headingDegrees: 123.4,
};

describe('Traccar Client', () => {
  it('sends one fix as JSON and is answered at once', async () => {
    const secret = await deviceOf('traccar');
    expect(await send('traccar', { body: traccarJson(secret) })).toMatchObject({ status: 200, body: {} });
    expect(await latest()).toMatchObject({ technicianId: rosa.id, fix: { ...fix, batteryPercent: 87 } });
  });

  it('says -1 for what the phone does not know', async () => {
    const secret = await deviceOf('traccar');
    await send('traccar', { body: traccarJson(secret, { speed: -1, heading: -1, accuracy: -1 }) });
    const kept = (await latest())?.fix;
    expect(kept).not.toHaveProperty('speedMetresPerSecond');
    expect(kept).not.toHaveProperty('headingDegrees');
    expect(kept?.accuracyMetres).toBe(60);
  });

  it('of older versions sends the form', async () => {
    const secret = await deviceOf('traccar');
    expect(await send('traccar', { query: osmandForm(secret) })).toMatchObject({ status: 200 });
    expect((await latest())?.fix.speedMetresPerSecond).toBeCloseTo(8.25, 3);
  });

  it('that sends the same again changes nothing', async () => {
    const secret = await deviceOf('traccar');
    for (let time = 0; time < 3; time += 1) await send('traccar', { body: traccarJson(secret) });
    const { items } = await test.table.page({ tenantId, partition: ['TECHNICIAN', rosa.id], beginsWith: 'TRAIL#' }, 9);
    expect(items).toHaveLength(1);
    expect(items[0]?.['data']?.M?.['version']).toEqual({ N: '1' });
  });
});

describe('OsmAnd', () => {
  it.each([
    ['in the query', { method: 'GET' as const, query: osmandQuery }, undefined],
    ['as a form, speed in knots', { body: (id: string) => osmandForm(id) }, 87],
  ])(
    'sends one fix %s',
    async (
      _how,
      { method, query, body }: { method?: 'GET'; query?: (id: string) => string; body?: (id: string) => string },
      batteryPercent,
    ) => {
      const secret = await deviceOf('osmand');
      const sent = { ...(method && { method }), query: query?.(secret) ?? '', body: body?.(secret) ?? '' };
      expect(await send('osmand', sent)).toMatchObject({ status: 200 });
      const kept = (await latest())?.fix;
      expect(kept).toMatchObject({ at: fix.at, location: fix.location, accuracyMetres: 4.8 });
      expect(kept?.speedMetresPerSecond).toBeCloseTo(8.25, 3);
      expect(kept?.batteryPercent).toBe(batteryPercent);
    },
  );

  it.each([
    ['seconds', '1778595600'],
    ['milliseconds', '1778595600000'],
    ['a date', '2026-05-12 14:20:00'],
    ['an instant', '2026-05-12T14:20:00Z'],
  ])('may tell the time as %s', async (_how, timestamp) => {
    const secret = await deviceOf('osmand');
    await send('osmand', { body: osmandForm(secret, { timestamp }) });
    expect((await latest())?.fix.at).toBe(fix.at);
  });
});

describe('OwnTracks', () => {
  const post = (password: string, message: unknown = owntracksLocation) =>
    send('owntracks', { password, body: typeof message === 'string' ? message : JSON.stringify(message) });

  it('sends its location by Basic authentication, speed in km/h', async () => {
    const secret = await deviceOf('owntracks');
    expect(await post(secret)).toMatchObject({ status: 200 });
    const kept = (await latest())?.fix;
    expect(kept).toMatchObject({ at: fix.at, location: fix.location, accuracyMetres: 5, headingDegrees: 123 });
    expect(kept?.speedMetresPerSecond).toBeCloseTo(30 / 3.6, 6);
  });

  it('tells a place also when it enters a job site', async () => {
    const secret = await deviceOf('owntracks');
    await post(secret, owntracksTransition);
    expect((await latest())?.fix).toMatchObject({ at: fix.at, accuracyMetres: 12 });
  });

  it.each(owntracksOthers)('that sends %s is answered by a list, never refused', async (_what, body) => {
    const secret = await deviceOf('owntracks', { lastSeenAt: '2026-05-12T14:29:00.000Z' });
    expect(await post(secret, body)).toMatchObject({ status: 200, body: [] });
    expect(await latest()).toBeUndefined();
  });

  it('is given the job sites once, and again when they change', async () => {
    const appointment = anAssignedAppointment(rosa.id, '2026-05-12T15:00:00.000Z');
    const [{ plannedStartAt: from, plannedEndAt: to } = { plannedStartAt: '', plannedEndAt: '' }] =
      appointment.assignments;
    await test.keep(appointmentEntity, tenantId, appointment);
    const interval = { kind: 'appointment' as const, id: appointment.id, from, to };
    const day = { technicianId: rosa.id, day: tuesday, version: 1, intervals: [interval] };
    await test.keep(technicianDayEntity, tenantId, day);
    const secret = await deviceOf('owntracks');
    const [lon, lat] = appointment.place.location;
    expect((await post(secret)).body).toEqual([
      { _type: 'cmd', action: 'clearWaypoints' },
      {
        _type: 'cmd',
        action: 'setWaypoints',
        waypoints: {
          _type: 'waypoints',
          waypoints: [
            expect.objectContaining({
              _type: 'waypoint',
              desc: 'WO-7K3F9QZM No hot water',
              lon,
              lat,
              rad: 75,
              rid: appointment.id,
            }),
          ],
        },
      },
    ]);
    clock.set('2026-05-12T14:40:00.000Z');
    expect((await post(secret)).body).toEqual([]);
    await test.keep(appointmentEntity, tenantId, { ...appointment, status: 'cancelled' as const });
    clock.set('2026-05-12T14:50:00.000Z');
    expect((await post(secret)).body).toMatchObject([{}, { waypoints: { waypoints: [] } }]);
  });

  it('is refused for a wrong secret, and told which authentication is wanted', async () => {
    const wrong = newSecret(tenantId, randomBytes).token;
    const { status, headers } = await post(wrong);
    expect(status).toBe(401);
    expect(headers).toMatchObject({ 'www-authenticate': 'Basic' });
  });
});

describe('any tracker', () => {
  it('is refused once its device is revoked, and with the secret of another kind of app', async () => {
    const revoked = await deviceOf('traccar', { revokedAt: '2026-05-12T14:00:00.000Z' });
    expect(await send('traccar', { body: traccarJson(revoked) })).toMatchObject({ status: 401 });
    const other = await deviceOf('osmand');
    expect(await send('traccar', { body: traccarJson(other) })).toMatchObject({ status: 401 });
    expect(await latest()).toBeUndefined();
  });

  it('notes when it was seen, every few minutes and not with each fix', async () => {
    const secret = await deviceOf('traccar');
    await send('traccar', { body: traccarJson(secret) });
    clock.set('2026-05-12T14:33:00.000Z');
    await send('traccar', { body: traccarJson(secret) });
    expect(await device(secret)).toMatchObject({ lastSeenAt: '2026-05-12T14:30:00.000Z', version: 2 });
  });

  it('off shift is answered, and nothing of it is kept', async () => {
    const secret = await deviceOf('traccar');
    clock.set('2026-05-12T23:30:00.000Z');
    const body = traccarJson(secret).replace('T14:20:00', 'T23:20:00');
    expect(await send('traccar', { body })).toMatchObject({ status: 200 });
    expect(await latest()).toBeUndefined();
  });

  it('of a technician who works here no more is answered, and nothing of it is kept', async () => {
    await test.keep(technicianEntity, tenantId, { ...rosa, active: false });
    const secret = await deviceOf('owntracks');
    const answer = await send('owntracks', { password: secret, body: JSON.stringify(owntracksLocation) });
    expect(answer).toMatchObject({ status: 200, body: [] });
    expect(await latest()).toBeUndefined();
  });

  it('in haste is told to wait, and goes on after that', async () => {
    const secret = await deviceOf('osmand', { lastSeenAt: '2026-05-12T14:29:59.000Z' });
    const statuses: (number | undefined)[] = [];
    for (let count = 0; count < 302; count += 1) statuses.push((await send('osmand', { body: `id=${secret}` })).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(300);
    expect(statuses.at(-1)).toBe(429);
    clock.set('2026-05-12T14:30:10.000Z');
    expect((await send('osmand', { body: `id=${secret}` })).status).toBe(200);
  });

  it('that guesses secrets is slowed down', async () => {
    const statuses = [];
    for (let count = 0; count < 25; count += 1) {
      statuses.push((await send('osmand', { body: `id=${newSecret(tenantId, randomBytes).token}` })).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429));
  });
});
