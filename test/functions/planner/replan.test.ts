import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { usualPlanPreferences } from '../../../shared/model/plan-preferences.ts';
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
const [rosa, sam] = [aTechnician({ territoryIds: [north] }), aTechnician({ territoryIds: [north] })];

let world: PlannerWorld;
beforeEach(async () => {
  world = await openPlannerWorld(tenantId);
  await world.keep(territoryEntity, tenantId, aTerritory({ id: north }));
  await world.keep(technicianEntity, tenantId, rosa, sam);
});
afterEach(() => world.close());

/** Appointments on Rosa's Tuesday, with the time that they take. */
const onRosasDay = async (...appointments: readonly Appointment[]) => {
  await world.keep(appointmentEntity, tenantId, ...appointments);
  const intervals = appointments.flatMap(({ id, assignments }) =>
    assignments.map(({ plannedStartAt: from, plannedEndAt: to }) => ({ kind: 'appointment' as const, id, from, to })),
  );
  await world.keep(technicianDayEntity, tenantId, { technicianId: rosa.id, day: tuesday, version: 1, intervals });
};
const ask = (body: object) => world.post('/v1/plans', { territoryIds: [north], fromDay: tuesday, days: 1, ...body });
const replan = async (appointmentIds: readonly string[]) => {
  const { status, body } = await ask({ disturbance: { appointmentIds, technicianIds: [rosa.id] } });
  if (status !== 202) throw new Error(JSON.stringify(body));
  await workOff(world);
  return planSchema.parse(body);
};

describe('what an emergency disturbs', () => {
  const emergency = anAssignedAppointment(rosa.id, at('13:00'), {
    ...{ territoryId: north, priority: 'emergency', status: 'dispatched', durationSeconds: 2 * 3600 },
  });
  const late = anAssignedAppointment(rosa.id, at('15:30'), {
    territoryId: north,
    arrivalWindow: { from: at('13:00'), to: at('14:30') },
  });
  const kept = anAssignedAppointment(rosa.id, at('18:00'), { territoryId: north });

  it('is planned anew: the late one goes to who can keep the promise, and nothing else moves', async () => {
    const waiting = anAppointment({ territoryId: north });
    await onRosasDay(emergency, late, kept);
    await world.keep(appointmentEntity, tenantId, waiting);
    const plan = await replan([late.id]);
    const stops = await world.stopsOf(plan);
    expect(stops.filter(({ change }) => change !== 'kept')).toMatchObject([
      { appointmentId: late.id, technicianId: sam.id, change: 'moved' },
    ]);
    expect(stops.find(({ appointmentId }) => appointmentId === late.id)?.plannedStartAt).toBe(at('13:00'));
    expect(stops.map(({ appointmentId }) => appointmentId)).not.toContain(waiting.id);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', changes: 1, unassignedTotal: 0 });
  });

  it('stays where it stands where nobody could have it at all', async () => {
    const skilled = anAssignedAppointment(rosa.id, at('15:30'), {
      territoryId: north,
      arrivalWindow: { from: at('13:00'), to: at('14:30') },
      skillRequirements: [{ skillId: anId('skill'), level: 3 }],
    });
    await onRosasDay(emergency, skilled, kept);
    const plan = await replan([skilled.id]);
    expect((await world.stopsOf(plan)).every(({ change }) => change === 'kept')).toBe(true);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', changes: 0, unassignedTotal: 0 });
  });

  it('is one day of one territory', async () => {
    const disturbance = { appointmentIds: [late.id], technicianIds: [] };
    expect(await ask({ days: 2, disturbance })).toMatchObject({ status: 400 });
  });
});

describe('the wishes that a plan is made by', () => {
  it('are the usual where the company has said nothing, and are told with what they come to', async () => {
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId: north }));
    const plan = await world.ask([north], 1);
    expect(plan.preferences).toEqual(usualPlanPreferences);
    await workOff(world);
    expect((await world.planOf(plan)).after).toMatchObject({
      overtimeSeconds: 0,
      wishes: { overtime: 0, stability: 0 },
    });
  });

  it("are the company's, or those that are asked for with one plan", async () => {
    const planPreferences = { ...usualPlanPreferences, fairness: 'much' as const };
    await world.keep(tenantEntity, tenantId, aTenant({ id: tenantId, planPreferences }));
    expect((await ask({})).body).toMatchObject({ preferences: { fairness: 'much' } });
    const preferences = { ...usualPlanPreferences, compactness: 'much' };
    expect((await ask({ preferences })).body).toMatchObject({
      preferences: { compactness: 'much', fairness: 'little' },
    });
  });

  it('let work go on after a shift, and the proposal can be accepted so', async () => {
    const long = anAppointment({ territoryId: north, durationSeconds: 9.5 * 3600, dueBy: '2026-05-13T04:00:00.000Z' });
    await world.keep(appointmentEntity, tenantId, long);
    const order = aWorkOrder({ id: long.workOrderId, territoryId: north, appointmentIds: [long.id] });
    await world.keep(workOrderEntity, tenantId, order);
    expect(await world.stopsOf(await world.ask([north], 1))).toEqual([]);
    const preferences = { ...usualPlanPreferences, mostOvertimeSeconds: 7200 };
    const { body } = await ask({ preferences });
    const plan = planSchema.parse(body);
    await workOff(world);
    expect(await world.stopsOf(plan)).toMatchObject([{ appointmentId: long.id }]);
    expect((await world.planOf(plan)).after?.overtimeSeconds).toBeGreaterThan(0);
    expect((await world.post(`/v1/plans/${plan.id}/accept`)).body).toMatchObject({ accepted: [long.id], refused: [] });
  });
});

describe('work over several days', () => {
  it('is divided, put on days one after the other, and stays with one technician', async () => {
    const long = anAppointment({
      ...{ territoryId: north, durationSeconds: 20 * 3600, dueBy: '2026-05-18T21:00:00.000Z' },
    });
    await world.keep(appointmentEntity, tenantId, long);
    const order = aWorkOrder({ id: long.workOrderId, territoryId: north, appointmentIds: [long.id] });
    await world.keep(workOrderEntity, tenantId, order);
    const token = await world.token({ tenantId, roles: ['dispatcher'] });
    const { status, body } = await world.call({
      ...{ method: 'POST', path: `/v1/appointments/${long.id}/split`, token },
      ...{ body: { longestSeconds: 7 * 3600 }, headers: { 'if-match': `"${long.version}"` } },
    });
    expect(status).toBe(200);
    const parts = body['appointments'] as Appointment[];
    expect(parts.map(({ follows }) => follows)).toEqual([undefined, parts[0]?.id, parts[1]?.id]);
    const plan = await world.ask([north], 4);
    await workOff(world);
    const stops = await world.stopsOf(plan);
    const days = parts.map(({ id }) => stops.find(({ appointmentId }) => appointmentId === id)?.day);
    expect(days).toEqual(['2026-05-12', '2026-05-13', '2026-05-14']);
    expect(new Set(stops.map(({ technicianId }) => technicianId)).size).toBe(1);
    const oneDay = await world.ask([north], 1);
    await workOff(world);
    expect(await world.planOf(oneDay)).toMatchObject({ changes: 1, unassignedTotal: 2 });
  });
});
