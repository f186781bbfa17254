import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTenant } from '../../builders/a-tenant.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { aWorkOrder } from '../../builders/a-work-order.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openPlannerWorld, workOff, type PlannerWorld } from './planner-world.ts';
import { planSchema } from '../../../shared/model/plan.ts';

const tuesday = '2026-05-12';
const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const tenantId = anId('tenant');
const north = anId('territory');
const [rosa, sam, tom] = [north, north, north].map((id) => aTechnician({ territoryIds: [id] }));
if (!rosa || !sam || !tom) throw new Error('three were made');

let world: PlannerWorld;
beforeEach(async () => {
  world = await openPlannerWorld(tenantId);
  await world.keep(tenantEntity, tenantId, aTenant({ id: tenantId }));
  await world.keep(territoryEntity, tenantId, aTerritory({ id: north }));
});
afterEach(() => world.close());

const keepWork = async (appointment: Appointment): Promise<Appointment> => {
  const { id, workOrderId, territoryId } = appointment;
  await world.keep(appointmentEntity, tenantId, appointment);
  await world.keep(workOrderEntity, tenantId, aWorkOrder({ id: workOrderId, appointmentIds: [id], territoryId }));
  for (const { technicianId, plannedStartAt: from, plannedEndAt: to } of appointment.assignments) {
    const intervals = [{ kind: 'appointment' as const, id, from, to }];
    await world.keep(technicianDayEntity, tenantId, { technicianId, day: tuesday, version: 1, intervals });
  }
  return appointment;
};
const planned = async (body: object = {}) => {
  const asked = await world.post('/v1/plans', { territoryIds: [north], fromDay: tuesday, days: 1, seed: 7, ...body });
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await workOff(world);
  const plan = planSchema.parse(asked.body);
  return { plan, now: await world.planOf(plan), stops: await world.stopsOf(plan) };
};
const accept = async (planId: string, body: object = {}) => (await world.post(`/v1/plans/${planId}/accept`, body)).body;
const standing = async (id: string) => world.table.get(appointmentEntity, tenantId, { id });
const goers = (appointment: Appointment | undefined) =>
  appointment?.assignments.map(({ technicianId }) => technicianId).sort();

describe('an appointment that needs two', () => {
  const pair = () => anAppointment({ territoryId: north, crewSize: 2 });

  it('is planned for two technicians at one moment, as one change, and accepted whole', async () => {
    await world.keep(technicianEntity, tenantId, rosa, sam);
    const { id } = await keepWork(pair());
    const { plan, now, stops } = await planned();
    expect(now).toMatchObject({ status: 'proposed', changes: 1, unassignedTotal: 0, after: { scheduled: 1 } });
    expect(stops.map(({ technicianId }) => technicianId).sort()).toEqual([rosa.id, sam.id].sort());
    expect(new Set(stops.map(({ plannedStartAt }) => plannedStartAt)).size).toBe(1);
    expect(await accept(plan.id)).toMatchObject({ accepted: [id], refused: [], plan: { status: 'accepted' } });
    expect(goers(await standing(id))).toEqual([rosa.id, sam.id].sort());
  });

  it('finds no place where only one can come', async () => {
    await world.keep(technicianEntity, tenantId, rosa);
    await keepWork(pair());
    const { now, stops } = await planned();
    expect(stops).toEqual([]);
    expect(now).toMatchObject({ changes: 0, unassignedTotal: 1 });
  });

  it('is completed at its time where one has it already, who stays', async () => {
    await world.keep(technicianEntity, tenantId, rosa, sam);
    const half = await keepWork(
      anAssignedAppointment(rosa.id, at('15:00'), { territoryId: north, crewSize: 2, status: 'dispatched' }),
    );
    const { plan, now, stops } = await planned();
    expect(now).toMatchObject({ changes: 1, before: { scheduled: 1 }, after: { scheduled: 1 } });
    expect(stops.find(({ technicianId }) => technicianId === rosa.id)).toMatchObject({ change: 'kept' });
    expect(stops.find(({ technicianId }) => technicianId === sam.id)).toMatchObject({
      ...{ appointmentId: half.id, change: 'added', plannedStartAt: at('15:00') },
    });
    expect(await accept(plan.id)).toMatchObject({ accepted: [half.id] });
    expect(goers(await standing(half.id))).toEqual([rosa.id, sam.id].sort());
  });

  it('stays with both in another plan, and the rest is planned around them', async () => {
    await world.keep(technicianEntity, tenantId, rosa, sam);
    const both = await keepWork({
      ...anAssignedAppointment(rosa.id, at('15:00'), { territoryId: north, crewSize: 2 }),
      assignments: [rosa, sam].map(({ id: technicianId }) => ({
        ...{ technicianId, plannedStartAt: at('15:00'), plannedEndAt: at('16:00'), locked: false },
      })),
    });
    await keepWork(anAppointment({ territoryId: north }));
    const { stops } = await planned();
    expect(stops.filter(({ appointmentId }) => appointmentId === both.id)).toMatchObject([{ change: 'kept' }]);
    const other = stops.find(({ change }) => change === 'added');
    expect(other).toBeDefined();
    expect(
      Date.parse(other?.plannedEndAt ?? '') <= Date.parse(at('15:00')) || (other?.plannedStartAt ?? '') >= at('16:00'),
    ).toBe(true);
  });

  it('is completed in a re-plan that asks for it', async () => {
    await world.keep(technicianEntity, tenantId, rosa, sam);
    const half = await keepWork(anAssignedAppointment(rosa.id, at('15:00'), { territoryId: north, crewSize: 2 }));
    const { now, stops } = await planned({ disturbance: { appointmentIds: [half.id], technicianIds: [] } });
    expect(now).toMatchObject({ status: 'proposed', changes: 1 });
    expect(stops.find(({ technicianId }) => technicianId === sam.id)?.plannedStartAt).toBe(at('15:00'));
  });

  it('says what would complete it when one lacks the skill', async () => {
    const unskilled = aTechnician({ territoryIds: [north], skills: [] });
    await world.keep(technicianEntity, tenantId, rosa, unskilled);
    await keepWork(pair());
    const { plan } = await planned();
    const [part] = await world.partsOf(plan);
    const { body } = await world.call({
      path: `/v1/plans/${plan.id}/territories/${part?.territoryId}/days/${part?.day}`,
      token: await world.token({ tenantId, roles: ['dispatcher'] }),
    });
    expect(body['unassigned']).toMatchObject([
      { change: { kind: 'skill', technicianId: unskilled.id, alongside: [rosa.id] } },
    ]);
  });
});

describe('a crew of three of whom two are there', () => {
  it('gets the third, and keeps the two', async () => {
    await world.keep(technicianEntity, tenantId, rosa, sam, tom);
    const most = await keepWork({
      ...anAssignedAppointment(rosa.id, at('15:00'), { territoryId: north, crewSize: 3 }),
      assignments: [rosa, sam].map(({ id: technicianId }) => ({
        ...{ technicianId, plannedStartAt: at('15:00'), plannedEndAt: at('16:00'), locked: false },
      })),
    });
    const { plan } = await planned();
    expect(await accept(plan.id)).toMatchObject({ accepted: [most.id] });
    expect(goers(await standing(most.id))).toEqual([rosa.id, sam.id, tom.id].sort());
  });
});
