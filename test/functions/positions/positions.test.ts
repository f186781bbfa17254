import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../functions/platform/errors.ts';
import type { Caller } from '../../../functions/platform/identity.ts';
import { createPositionsHandler } from '../../../functions/positions/handler.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { keepLatestPosition } from '../../../functions/store/keep-positions.ts';
import { trailOf } from '../../../functions/store/keep-trail.ts';
import { travelPaceEntity } from '../../../functions/store/entities/travel-pace.ts';
import { drivesOf } from '../../../functions/store/questions/drives-of.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../../shared/geo/travel-source.ts';
import type { AppointmentStatus } from '../../../shared/model/appointment.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { aFix } from '../../builders/a-position.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory, boston } from '../../builders/a-territory.ts';
import { anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';
import { aPositionsEvent } from './a-positions-event.ts';

describe('a batch of positions', () => {
  let test: TestTable;
  const tenantId = anId('tenant');
  const rosa = aTechnician();
  const clock = setClock('2026-05-12T14:30:00.000Z');
  const callers: Record<string, Partial<Caller>> = {
    rosa: { roles: ['technician'], technicianId: rosa.id },
    dispatcher: { roles: ['dispatcher'] },
    foreign: { roles: ['technician'], technicianId: rosa.id, tenantId: anId('tenant') },
  };

  beforeEach(async () => {
    test = await openTestTable();
    clock.set('2026-05-12T14:30:00.000Z');
    await test.keep(territoryEntity, tenantId, aTerritory());
    await test.keep(technicianEntity, tenantId, rosa);
  });
  afterEach(() => test.close());

  const post = async (body: unknown, token: string | undefined = 'rosa') => {
    const handle = createPositionsHandler({
      table: test.table,
      clock,
      verifier: async (given) => {
        const caller = callers[given];
        if (!caller) throw new Refusal('unauthenticated');
        return { tenantId, accountId: given, name: given, roles: [], ...caller };
      },
      newId: anId,
      random: Math.random,
      travel: sourceOf(estimatedTravel),
      log: silentLog(),
    });
    const { statusCode, headers, body: text } = await handle(aPositionsEvent(token, body));
    return { statusCode, headers, answer: JSON.parse(text ?? '{}') as Record<string, unknown> };
  };
  const send = async (...fixes: PositionFix[]) => (await post({ fixes })).answer;
  const latest = () => test.table.get(latestPositionEntity, tenantId, { technicianId: rosa.id });
  const trail = () => trailOf(test.table, tenantId, rosa.id, '2026-05-12');
  const at = (time: string, changes: Partial<PositionFix> = {}) => aFix({ at: `2026-05-12T${time}.000Z`, ...changes });
  const rosaIs = async (status: AppointmentStatus) => {
    const appointment = anAssignedAppointment(rosa.id, '2026-05-12T14:00:00.000Z', {
      status,
      place: { location: boston, addressText: 'City Hall' },
      travelStartedAt: '2026-05-12T14:00:00.000Z',
    });
    const [{ plannedStartAt: from, plannedEndAt: to } = { plannedStartAt: '', plannedEndAt: '' }] =
      appointment.assignments;
    await test.keep(appointmentEntity, tenantId, appointment);
    await test.keep(technicianDayEntity, tenantId, {
      technicianId: rosa.id,
      day: tuesday,
      version: 1,
      intervals: [{ kind: 'appointment' as const, id: appointment.id, from, to }],
    });
    return appointment;
  };

  it('becomes the latest position and the trail', async () => {
    const answer = await send(at('14:20:15'), at('14:20:00'), at('14:20:30'));
    expect(answer).toMatchObject({ accepted: 3, ignored: 0 });
    expect(await latest()).toEqual({
      technicianId: rosa.id,
      territoryId: rosa.territoryIds[0],
      fix: at('14:20:30'),
      receivedAt: '2026-05-12T14:30:00.000Z',
      device: 'phone',
    });
    expect(await trail()).toEqual([at('14:20:00'), at('14:20:15'), at('14:20:30')]);
  });

  it('of 15 fixes costs at most 3 write units, of which there are two writes (S6 allows 6)', async () => {
    await send(at('14:00:00'));
    await rosaIs('travelling');
    test.consumed();
    const fixes = Array.from({ length: 15 }, (_, i) =>
      at(`14:20:${String(i * 4).padStart(2, '0')}`, {
        location: [-71.0612345, 42.3612345 + i / 10_000],
        speedMetresPerSecond: 8.25,
        headingDegrees: 123.4,
        batteryPercent: 87,
      }),
    );
    expect(await send(...fixes)).toMatchObject({ accepted: 15 });
    const { PutItem = 0, TransactWriteItems = 0 } = test.consumed();
    expect(TransactWriteItems).toBe(0);
    expect(PutItem).toBeLessThanOrEqual(3);
    expect(PutItem).toBeGreaterThan(0);
  });

  it('that comes again changes nothing', async () => {
    const fixes = [at('14:20:00'), at('14:20:15')];
    await send(...fixes);
    const [before, trailBefore] = [await latest(), await trail()];
    await send(...fixes);
    expect(await latest()).toEqual(before);
    expect(await trail()).toEqual(trailBefore);
  });

  it('that comes late joins the trail and never takes the latest back', async () => {
    await send(at('14:20:30'));
    expect(await send(at('14:10:00'))).toMatchObject({ accepted: 1, ignored: 0 });
    expect((await latest())?.fix).toEqual(at('14:20:30'));
    expect(await trail()).toHaveLength(2);
  });

  it('never takes the latest back, also when batches race', async () => {
    const seconds = ['05', '40', '10', '55', '20', '30'];
    await Promise.all(seconds.map((second) => send(at(`14:20:${second}`))));
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:55.000Z');
  });

  it('compares instants as times, with milliseconds or without', async () => {
    await send({ ...at('14:20:00'), at: '2026-05-12T14:20:00Z' });
    await send({ ...at('14:20:00'), at: '2026-05-12T14:20:00.500Z' });
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:00.500Z');
  });

  it('counts what cannot be true as ignored', async () => {
    const answer = await send(
      at('14:20:00'),
      at('14:40:00'),
      at('14:20:10', { accuracyMetres: 5000 }),
      at('14:20:20', { location: [-70, 43] }),
    );
    expect(answer).toMatchObject({ accepted: 1, ignored: 3 });
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:00.000Z');
  });

  it('is not kept off shift: nobody is followed in his own time', async () => {
    clock.set('2026-05-12T23:30:00.000Z');
    expect(await send(at('23:20:00'), at('23:25:00'))).toMatchObject({ accepted: 0, ignored: 2 });
    expect(await latest()).toBeUndefined();
    expect(await trail()).toEqual([]);
  });

  it('is kept off shift while he says that he is on his way', async () => {
    await rosaIs('travelling');
    clock.set('2026-05-12T23:30:00.000Z');
    expect(await send(at('23:20:00'))).toMatchObject({ accepted: 1 });
  });

  it.each(['travelling', 'on-site'] as const)('names the appointment while he is %s', async (status) => {
    const appointment = await rosaIs(status);
    await send(at('14:20:00'));
    expect(await latest()).toMatchObject({ appointmentId: appointment.id });
  });

  it('names no appointment before he sets out', async () => {
    await rosaIs('accepted');
    await send(at('14:20:00'));
    expect(await latest()).not.toHaveProperty('appointmentId');
  });

  it('suggests the arrival when he stands at the place', async () => {
    const appointment = await rosaIs('travelling');
    const far = { location: [-71.02, 42.36] as [number, number], speedMetresPerSecond: 12 };
    expect(await send(at('14:10:00', far))).not.toHaveProperty('arrivalSuggestedFor');
    expect(await send(at('14:20:00', { speedMetresPerSecond: 0.3 }))).toMatchObject({
      arrivalSuggestedFor: appointment.id,
    });
  });

  it('suggests the arrival of a phone that tells neither speed nor many fixes after a minute at the place', async () => {
    const appointment = await rosaIs('travelling');
    expect(await send(at('14:20:00'))).not.toHaveProperty('arrivalSuggestedFor');
    expect(await send(at('14:20:40'))).not.toHaveProperty('arrivalSuggestedFor');
    expect(await send(at('14:21:20'))).toMatchObject({ arrivalSuggestedFor: appointment.id });
    expect(await latest()).toMatchObject({ seemsArrivedAt: '2026-05-12T14:20:00.000Z' });
  });

  it('asks whether the work is over when he has left without saying so', async () => {
    const appointment = await rosaIs('on-site');
    await send(at('14:20:00', { speedMetresPerSecond: 0 }), at('14:22:00', { speedMetresPerSecond: 0 }));
    const away = { location: [-71.03, 42.36] as [number, number], speedMetresPerSecond: 12 };
    expect(await send(at('14:25:00', away))).not.toHaveProperty('departureSuggestedFor');
    const further = { ...away, location: [-71.02, 42.36] as [number, number] };
    expect(await send(at('14:26:00', further))).toMatchObject({ departureSuggestedFor: appointment.id });
    expect(await latest()).toMatchObject({ seemsLeftAt: '2026-05-12T14:25:00.000Z' });
  });

  /** From two kilometres east straight to the place. */
  const onTheWay = (time: string, share: number) =>
    at(time, { location: [boston[0] + 0.025 * (1 - share), boston[1]], speedMetresPerSecond: share < 1 ? 9 : 0 });

  it('tells when he will arrive, and tells it anew with each batch', async () => {
    await rosaIs('travelling');
    await send(onTheWay('14:01:00', 0));
    const first = (await latest())?.eta;
    expect(first).toMatchObject({ estimate: true });
    await send(onTheWay('14:03:00', 0.5));
    const second = (await latest())?.eta;
    const widthOf = ({ from = '', to = '' } = {}) => Date.parse(to) - Date.parse(from);
    expect(widthOf(second)).toBeLessThan(widthOf(first));
    await send(onTheWay('14:06:00', 1), onTheWay('14:07:40', 1));
    expect(await latest()).not.toHaveProperty('eta');
  });

  it('that ends a drive keeps it once and learns from it', async () => {
    const appointment = await rosaIs('travelling');
    await send(onTheWay('14:00:30', 0), onTheWay('14:01:00', 0), onTheWay('14:03:00', 0.5));
    await send(onTheWay('14:06:00', 1));
    await send(onTheWay('14:06:00', 1), onTheWay('14:08:00', 1));
    await send(onTheWay('14:08:00', 1), onTheWay('14:09:00', 1));
    const drives = await drivesOf(test.table, tenantId, appointment.territoryId, 10);
    expect(drives).toEqual([
      expect.objectContaining({
        technicianId: rosa.id,
        appointmentId: appointment.id,
        leftAt: '2026-05-12T14:01:00.000Z',
        arrivedAt: '2026-05-12T14:06:00.000Z',
        seconds: 300,
        source: 'estimate',
        hour: 10,
        weekday: 2,
        expiresAt: '2026-07-11T14:06:00.000Z',
      }),
    ]);
    const learned = { scopeId: appointment.territoryId, source: 'estimate' } as const;
    expect(await test.table.get(travelPaceEntity, tenantId, learned)).toMatchObject({ drives: 1, drivenSeconds: 300 });
  });

  it('keeps the drive of who confirmed his arrival at the door, once he sets out again', async () => {
    const first = await rosaIs('travelling');
    for (const [i, share] of [0, 0, 0.5, 1].entries()) await send(onTheWay(`14:0${i + 1}:00`, share));
    const { status: _, ...rest } = first;
    const actualStartAt = '2026-05-12T14:04:20.000Z';
    await test.keep(appointmentEntity, tenantId, { ...rest, status: 'completed' as const, actualStartAt });
    await rosaIs('travelling');
    expect(await drivesOf(test.table, tenantId, first.territoryId, 10)).toEqual([]);
    await send(at('14:20:00'));
    const drives = await drivesOf(test.table, tenantId, first.territoryId, 10);
    expect(drives).toEqual([expect.objectContaining({ appointmentId: first.id, seconds: 120 })]);
  });

  it('is believed after a jump only when the next fix agrees, over several batches', async () => {
    await send(at('14:20:00', { location: [-70, 43] }));
    expect(await send(at('14:20:15'))).toMatchObject({ ignored: 1 });
    expect(await send(at('14:20:30'))).toMatchObject({ accepted: 1 });
    expect((await latest())?.fix).toEqual(at('14:20:30'));
  });

  it('of 15 fixes lies in the trail in fewer than 400 bytes', async () => {
    const fixes = Array.from({ length: 15 }, (_, i) => at(`14:20:${String(i * 4).padStart(2, '0')}`));
    await send(...fixes);
    const { items } = await test.table.page({ tenantId, partition: ['TECHNICIAN', rosa.id], beginsWith: 'TRAIL#' }, 9);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items[0]?.['data']).length).toBeLessThan(400);
  });

  it('would take the latest back if the table did not guard it', async () => {
    const unguarded = { ...test.table, put: (item: never) => test.table.put(item, {}) };
    const one = (time: string) => ({
      technicianId: rosa.id,
      territoryId: anId('territory'),
      fix: at(time),
      receivedAt: at(time).at,
    });
    for (const time of ['14:20:30', '14:20:00']) await keepLatestPosition(unguarded, tenantId, one(time));
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:00.000Z');
    for (const time of ['14:20:30', '14:20:00']) await keepLatestPosition(test.table, tenantId, one(time));
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:30.000Z');
  });

  it('is refused without a token, from who is no technician, and of another tenant', async () => {
    const fixes = [at('14:20:00')];
    expect(await post({ fixes }, 'nobody')).toMatchObject({ statusCode: 401, answer: { code: 'unauthenticated' } });
    expect(await post({ fixes }, 'dispatcher')).toMatchObject({ statusCode: 403, answer: { code: 'not-allowed' } });
    expect(await post({ fixes }, 'foreign')).toMatchObject({ statusCode: 403 });
    expect(await latest()).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', 'body'],
    ['no fixes', { fixes: [] }, 'body.fixes'],
    ['an impossible place', { fixes: [{ ...aFix(), location: [-71, 142] }] }, 'body.fixes.0.location.1'],
    ['a field nobody knows', { fixes: [{ ...aFix(), mood: 'good' }] }, 'body.fixes.0.mood'],
    ['another technician', { fixes: [aFix()], technicianId: anId('technician') }, 'body.technicianId'],
  ])('with %s is answered by problem details naming the field', async (_what, body, field) => {
    const { statusCode, headers, answer } = await post(body);
    expect(statusCode).toBe(400);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(answer).toMatchObject({ code: 'bad-input', errors: [{ field }] });
    expect(await latest()).toBeUndefined();
  });

  it('tells the server’s time', async () => {
    const { headers } = await post({ fixes: [at('14:20:00')] });
    expect(headers).toMatchObject({ 'fieldline-time': '2026-05-12T14:30:00.000Z', 'cache-control': 'no-store' });
  });
});
