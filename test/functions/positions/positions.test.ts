import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../functions/platform/errors.ts';
import type { Caller } from '../../../functions/platform/identity.ts';
import { createPositionsHandler } from '../../../functions/positions/handler.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { recentTrail } from '../../../functions/store/keep-positions.ts';
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
      log: silentLog(),
    });
    const { statusCode, headers, body: text } = await handle(aPositionsEvent(token, body));
    return { statusCode, headers, answer: JSON.parse(text ?? '{}') as Record<string, unknown> };
  };
  const send = async (...fixes: PositionFix[]) => (await post({ fixes })).answer;
  const latest = () => test.table.get(latestPositionEntity, tenantId, { technicianId: rosa.id });
  const trail = () => recentTrail(test.table, tenantId, rosa.id);
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
    expect(answer).toEqual({ accepted: 3, ignored: 0 });
    expect(await latest()).toEqual({
      technicianId: rosa.id,
      territoryId: rosa.territoryIds[0],
      fix: at('14:20:30'),
      receivedAt: '2026-05-12T14:30:00.000Z',
    });
    expect(await trail()).toEqual([at('14:20:00'), at('14:20:15'), at('14:20:30')]);
  });

  it('of 15 fixes costs at most 6 write units, of which there are two writes', async () => {
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
    expect(PutItem).toBeLessThanOrEqual(6);
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
    expect(await send(at('14:10:00'))).toEqual({ accepted: 1, ignored: 0 });
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
    expect(answer).toEqual({ accepted: 1, ignored: 3 });
    expect((await latest())?.fix.at).toBe('2026-05-12T14:20:00.000Z');
  });

  it('is not kept off shift: nobody is followed in his own time', async () => {
    clock.set('2026-05-12T23:30:00.000Z');
    expect(await send(at('23:20:00'), at('23:25:00'))).toEqual({ accepted: 0, ignored: 2 });
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

  it('suggests the arrival of a phone that tells no speed after a minute at the place, over several batches', async () => {
    const appointment = await rosaIs('travelling');
    expect(await send(at('14:20:00'), at('14:20:15'))).not.toHaveProperty('arrivalSuggestedFor');
    expect(await send(at('14:20:30'), at('14:20:45'))).not.toHaveProperty('arrivalSuggestedFor');
    expect(await send(at('14:21:00'))).toMatchObject({ arrivalSuggestedFor: appointment.id });
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
