import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { framesAfter, newestSequence, socketsOf } from '../../../functions/store/questions/live.ts';
import { absenceEntity } from '../../../functions/store/entities/absence.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { fieldNoticeEntity } from '../../../functions/store/entities/field-notice.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { serviceRequestEntity } from '../../../functions/store/entities/service-request.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { workTypeEntity } from '../../../functions/store/entities/work-type.ts';
import { fieldNoticeSchema } from '../../../shared/model/field-notice.ts';
import { changesFrame, positionsFrame } from '../../../shared/protocol/live-event.ts';
import { aPlan } from '../../builders/a-plan.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { aWorkType } from '../../builders/a-work-type.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aRecord, anId } from '../../builders/an-id.ts';
import { absenceSchema } from '../../../shared/model/absence.ts';
import { openChangesWorld, type ChangesWorld } from './changes-world.ts';

const anAbsence = (technicianId: string) =>
  absenceSchema.parse({
    ...aRecord('absence'),
    technicianId,
    kind: 'sick',
    span: { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T20:00:00.000Z' },
  });

describe('live changes', () => {
  let world: ChangesWorld;
  const tenantId = anId('tenant');
  const [north, south] = [anId('territory'), anId('territory')];
  beforeEach(async () => {
    world = await openChangesWorld();
    await world.listen('north-console', tenantId, north);
    await world.listen('south-console', tenantId, south);
    await world.passOn();
  });
  afterEach(() => world.close());

  it('reach the consoles of their territory, whole and numbered, and nobody else', async () => {
    const appointment = anAppointment({ territoryId: north });
    const serviceRequest = aServiceRequest({ territoryId: north });
    await world.keep(appointmentEntity, tenantId, appointment);
    await world.keep(serviceRequestEntity, tenantId, serviceRequest);
    await world.passOn();
    const plan = aPlan({ territoryIds: [north] });
    await world.keep(planEntity, tenantId, plan);
    await world.passOn();
    expect(world.framesTo('north-console').map((frame) => changesFrame.parse(frame))).toEqual([
      {
        type: 'changes',
        territoryId: north,
        sequence: 1,
        changes: [
          { kind: 'appointment', appointment },
          { kind: 'service-request', serviceRequest },
        ],
      },
      {
        type: 'changes',
        territoryId: north,
        sequence: 2,
        changes: [{ kind: 'plan', planId: plan.id, status: 'requested', days: plan.days, progress: plan.progress }],
      },
    ]);
    expect(world.framesTo('south-console')).toEqual([]);
  });

  it('tell what came from the field: a refused change, a request for help', async () => {
    const fieldNotice = fieldNoticeSchema.parse({
      ...aRecord('fieldNotice'),
      kind: 'refused',
      territoryId: north,
      technicianId: anId('technician'),
      technicianName: 'Rosa',
      at: '2026-05-12T13:00:00.000Z',
      text: 'It is already completed.',
      reason: 'wrong-state',
    });
    await world.keep(fieldNoticeEntity, tenantId, fieldNotice);
    await world.passOn();
    expect(world.framesTo('north-console')).toMatchObject([{ changes: [{ kind: 'field-notice', fieldNotice }] }]);
  });

  it('are kept for consoles that missed them', async () => {
    for (const subject of ['one', 'two', 'three']) {
      await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId: north, subject }));
      await world.passOn();
    }
    expect(await newestSequence(world.table, tenantId, north)).toBe(3);
    expect(await framesAfter(world.table, tenantId, north, 1)).toEqual(world.framesTo('north-console').slice(1));
  });

  it('stay within the tenant even where another names the same territory', async () => {
    await world.keep(appointmentEntity, anId('tenant'), anAppointment({ territoryId: north }));
    await world.passOn();
    expect(world.sent).toEqual([]);
  });

  it('are told to both territories where a thing moves from one to the other', async () => {
    const appointment = anAppointment({ territoryId: north });
    await world.keep(appointmentEntity, tenantId, appointment);
    await world.passOn();
    await world.keep(appointmentEntity, tenantId, { ...appointment, territoryId: south, version: 2 });
    await world.passOn();
    const moved = [{ kind: 'appointment', appointment: { ...appointment, territoryId: south, version: 2 } }];
    expect(world.framesTo('north-console').at(-1)).toMatchObject({ sequence: 2, changes: moved });
    expect(world.framesTo('south-console')).toMatchObject([{ sequence: 1, changes: moved }]);
  });

  it('of a technician, his shifts and his absences reach the boards that he stands on, and those that he left', async () => {
    const technician = aTechnician({ territoryIds: [north, south] });
    await world.keep(technicianEntity, tenantId, technician);
    await world.passOn();
    const moved = { ...technician, territoryIds: [north], version: 2 };
    await world.keep(technicianEntity, tenantId, moved);
    await world.passOn();
    await world.keep(absenceEntity, tenantId, anAbsence(technician.id));
    await world.passOn();
    const [told, now] = [technician, moved].map((one) => ({ changes: [{ kind: 'technician', technician: one }] }));
    expect(world.framesTo('north-console')).toMatchObject([told, now, now]);
    expect(world.framesTo('south-console')).toMatchObject([told, now]);
  });

  it('of work that is given to somebody reach the boards of his other territories, and only when it is', async () => {
    const shared = aTechnician({ territoryIds: [north, south] });
    await world.keep(technicianEntity, tenantId, shared);
    await world.passOn();
    const waiting = anAppointment({ territoryId: north });
    const given = { ...anAssignedAppointment(shared.id, '2026-05-12T13:00:00.000Z'), id: waiting.id, version: 2 };
    const standing = { ...given, territoryId: north };
    await world.keep(appointmentEntity, tenantId, waiting);
    await world.passOn();
    await world.keep(appointmentEntity, tenantId, standing);
    await world.passOn();
    await world.keep(appointmentEntity, tenantId, { ...standing, subject: 'Boiler', version: 3 });
    await world.passOn();
    const [, ...ofWork] = world.framesTo('south-console');
    expect(ofWork).toMatchObject([{ changes: [{ kind: 'appointment', appointment: { version: 2 } }] }]);
  });

  it('of a request outside every territory reach every console of the tenant', async () => {
    await world.keep(territoryEntity, tenantId, aTerritory({ id: north }), aTerritory({ id: south }));
    const { territoryId: _none, ...outside } = aServiceRequest();
    await world.keep(serviceRequestEntity, tenantId, outside);
    await world.passOn();
    expect(world.sent.map(({ connectionId }) => connectionId).sort()).toEqual(['north-console', 'south-console']);
  });

  it('of one thing in one batch are sent as its newest state', async () => {
    const appointment = anAppointment({ territoryId: north });
    await world.keep(appointmentEntity, tenantId, appointment, { ...appointment, version: 2, subject: 'Newer' });
    await world.passOn();
    expect(world.framesTo('north-console')).toMatchObject([
      { sequence: 1, changes: [{ appointment: { version: 2, subject: 'Newer' } }] },
    ]);
  });

  it('go out in frames that the gateway can carry', async () => {
    const remark = 'x'.repeat(200);
    const tasks = Array.from({ length: 50 }, (_, i) => ({
      key: `step-${i}`,
      label: remark,
      answer: 'text' as const,
      required: false,
      value: remark,
    }));
    const many = Array.from({ length: 20 }, () => anAppointment({ territoryId: north, tasks }));
    await world.keep(appointmentEntity, tenantId, ...many);
    await world.passOn();
    const frames = world.framesTo('north-console').map((frame) => changesFrame.parse(frame));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map((_, i) => i + 1));
    expect(frames.flatMap(({ changes }) => changes)).toHaveLength(20);
    for (const frame of frames) expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(128 * 1024);
  });

  it('number without a gap when two batches come at the same time', async () => {
    const events = [];
    for (let i = 0; i < 8; i++) {
      await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId: north }));
      events.push(await world.changes());
    }
    await Promise.all(events.map(world.handle));
    const kept = await framesAfter(world.table, tenantId, north, 0);
    expect(kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('forget a console that has closed', async () => {
    world.gone.add('north-console');
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId: north }));
    await world.passOn();
    expect(await socketsOf(world.table, tenantId, north)).toEqual([]);
    expect(await socketsOf(world.table, tenantId, south)).toHaveLength(1);
  });

  it('that could not be sent are in the log, and hold nothing up', async () => {
    world.broken.add('live');
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId: north }));
    expect(await world.handle(await world.changes())).toEqual({ batchItemFailures: [] });
    expect(await framesAfter(world.table, tenantId, north, 0)).toHaveLength(1);
  });

  it('repeated by the stream carry the same versions', async () => {
    const appointment = anAppointment({ territoryId: north });
    await world.keep(appointmentEntity, tenantId, appointment);
    const event = await world.changes();
    await world.handle(event);
    await world.handle(event);
    const [first, second] = world.framesTo('north-console').map((frame) => changesFrame.parse(frame));
    expect(second?.changes).toEqual(first?.changes);
    expect([first?.sequence, second?.sequence]).toEqual([1, 2]);
  });

  it('of positions are one frame without a number, newest of each technician', async () => {
    const [rosa, ben] = [anId('technician'), anId('technician')];
    const at = (technicianId: string, second: number) =>
      aPosition({ technicianId, territoryId: north, fix: aFix({ at: `2026-05-12T14:00:0${second}.000Z` }) });
    await world.keep(latestPositionEntity, tenantId, at(rosa, 1), at(ben, 2), at(rosa, 3));
    await world.passOn();
    const [frame, ...more] = world.framesTo('north-console').map((one) => positionsFrame.parse(one));
    expect(more).toEqual([]);
    expect(frame?.positions).toEqual(expect.arrayContaining([at(rosa, 3), at(ben, 2)]));
    expect(frame?.positions).toHaveLength(2);
    expect(await newestSequence(world.table, tenantId, north)).toBe(0);
  });

  it('of things that no console shows are not sent', async () => {
    await world.keep(workTypeEntity, tenantId, aWorkType());
    await world.passOn();
    expect(world.sent).toEqual([]);
  });
});
