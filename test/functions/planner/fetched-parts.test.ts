import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { partEntity } from '../../../functions/store/entities/part.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { stockLocationEntity } from '../../../functions/store/entities/stock-location.ts';
import { stockMovements } from '../../../functions/store/questions/stock.ts';
import { technicianDay } from '../../../functions/store/questions/technician-days.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { stockLocationSchema, type StockLocation } from '../../../shared/model/stock.ts';
import { aPart } from '../../builders/a-part.ts';
import { aRecord } from '../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany, type Company } from '../../fakes/harbor.ts';
import { aPhone } from '../sync/a-phone.ts';
import { openPlannerWorld, workOff, type PlannerWorld } from './planner-world.ts';

const tuesday = '2026-05-12';
const allWeek = [1, 2, 3, 4, 5, 6, 7];
let world: PlannerWorld;
let company: Company;
let tenantId: string;
const valve = aPart({ ...aRecord('part'), name: 'Valve', number: 'V-1' });
const depot = stockLocationSchema.parse({
  ...aRecord('stockLocation'),
  name: 'Depot North',
  kind: 'depot',
  place: { location: [-71.06, 42.36], addressText: '1 Depot Road' },
});

beforeEach(async () => {
  company = aCompany();
  tenantId = company.tenant.id;
  world = await openPlannerWorld(tenantId);
  await seedCompany(world, company);
  await world.keep(partEntity, tenantId, valve);
});
afterEach(() => world.close());

const atDepot = async (quantity: number, changes: Partial<StockLocation> = {}): Promise<void> => {
  await world.keep(stockLocationEntity, tenantId, { ...depot, ...changes });
  const level = { stockLocationId: depot.id, partId: valve.id, quantity, version: 1, updatedAt: depot.updatedAt };
  await world.keep(stockLevelEntity, tenantId, level);
};
const needy = (changes: Partial<Appointment> = {}) =>
  seedAppointment(world, company, { partRequirements: [{ partId: valve.id, quantity: 2 }], ...changes });
const planned = async () => {
  const plan = await world.ask([company.territory.id], 1);
  await workOff(world);
  return world.planOf(plan);
};
const accepted = async () => {
  const { id } = await planned();
  return (await world.post(`/v1/plans/${id}/accept`)).body;
};
const stored = async ({ id }: Appointment): Promise<Appointment> => {
  const found = await world.table.get(appointmentEntity, tenantId, { id });
  if (!found) throw new Error('the appointment is missing');
  return found;
};
const levelAt = async (stockLocationId: string) => {
  const level = await world.table.get(stockLevelEntity, tenantId, { stockLocationId, partId: valve.id });
  return level && [level.quantity, level.reserved ?? 0];
};
const intervalsOf = async (technicianId: string) =>
  (await technicianDay(world.table, tenantId, technicianId, tuesday)).intervals.map(({ kind }) => kind);

describe('a part that is on no van', () => {
  it('is planned to be fetched where it lies, before the appointment begins', async () => {
    await atDepot(3);
    const waits = await needy();
    const plan = await planned();
    expect(plan).toMatchObject({ status: 'proposed', changes: 1, unassignedTotal: 0 });
    const pickups = await world.pickupsOf(plan);
    expect(pickups).toMatchObject([
      { appointmentId: waits.id, partId: valve.id, quantity: 2, stockLocationName: 'Depot North' },
    ]);
    const [stop] = await world.stopsOf(plan);
    expect(Date.parse(pickups[0]?.plannedEndAt ?? '')).toBeLessThan(Date.parse(stop?.plannedStartAt ?? ''));
    expect(await levelAt(depot.id)).toEqual([3, 0]);
  });

  it('is fetched while the place is open, and not on a day when it is closed', async () => {
    await atDepot(3, { openingHours: [{ weekdays: allWeek, from: '14:00', to: '15:00' }] });
    await needy();
    const open = await planned();
    // 14:00 in Boston.
    expect(await world.pickupsOf(open)).toMatchObject([{ plannedStartAt: `${tuesday}T18:00:00.000Z` }]);
    await atDepot(3, { openingHours: [{ weekdays: [7], from: '08:00', to: '18:00' }] });
    expect(await planned()).toMatchObject({ changes: 0, unassignedTotal: 1 });
  });

  it('is fetched in opening times that meet as in one, read in the time zone of the place', async () => {
    const openingHours = [
      { weekdays: allWeek, from: '12:00', to: '12:05' },
      { weekdays: allWeek, from: '12:05', to: '12:15' },
      { weekdays: allWeek, from: '16:00', to: '16:12' },
    ];
    await atDepot(3, { openingHours, timeZone: 'America/Chicago' });
    await needy();
    // Noon in Chicago.
    expect(await world.pickupsOf(await planned())).toMatchObject([{ plannedStartAt: `${tuesday}T17:00:00.000Z` }]);
  });

  it('is fetched in the opening times in which there is work, not in longer ones at night', async () => {
    const openingHours = [
      { weekdays: allWeek, from: '00:00', to: '06:00' },
      { weekdays: allWeek, from: '14:00', to: '15:00' },
    ];
    await atDepot(3, { openingHours });
    await needy();
    expect(await world.pickupsOf(await planned())).toMatchObject([{ plannedStartAt: `${tuesday}T18:00:00.000Z` }]);
  });

  it('is fetched no oftener than there are parts, over the days of a plan too', async () => {
    await atDepot(3);
    await needy();
    await needy({ dueBy: '2026-05-13T21:00:00.000Z' });
    const plan = await world.ask([company.territory.id], 2);
    await workOff(world);
    expect(await world.pickupsOf(plan)).toHaveLength(1);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', changes: 1 });
  });

  it('is fetched for what waits when only that is planned', async () => {
    await atDepot(3);
    const { id } = await needy();
    const body = { territoryIds: [company.territory.id], fromDay: tuesday, days: 1 };
    const asked = await world.post('/v1/plans', { ...body, disturbance: { appointmentIds: [id], technicianIds: [] } });
    await workOff(world);
    const plan = { id: String(asked.body['id']) } as Plan;
    expect(await world.pickupsOf(plan)).toMatchObject([{ appointmentId: id, stockLocationId: depot.id }]);
  });

  it('is not fetched where all of it is reserved for others', async () => {
    await atDepot(3);
    await needy();
    await accepted();
    await needy();
    expect(await planned()).toMatchObject({ changes: 0, unassignedTotal: 1 });
  });
});

describe('an accepted plan that fetches a part', () => {
  let waits: Appointment;
  beforeEach(async () => {
    await atDepot(3);
    waits = await needy();
  });
  const goes = async () => (await stored(waits)).assignments[0]?.technicianId ?? '';
  const undo = async (path: string, body: object = {}) => {
    const answer = await world.post(`/v1/appointments/${waits.id}/${path}`, body);
    expect(answer).toMatchObject({ status: 200 });
  };

  it('reserves it, keeps the time for it, and tells the appointment', async () => {
    expect(await accepted()).toMatchObject({ accepted: [waits.id], refused: [] });
    const { pickups } = await stored(waits);
    expect(pickups).toMatchObject([{ partId: valve.id, quantity: 2, stockLocationId: depot.id }]);
    expect(await levelAt(depot.id)).toEqual([3, 2]);
    expect(await intervalsOf(await goes())).toEqual(['pickup', 'appointment']);
  });

  it('is refused where the part was promised to another meanwhile', async () => {
    const [first, second] = [await planned(), await planned()];
    const other = await needy();
    const third = await planned();
    const answers = await Promise.all([first, second, third].map(({ id }) => world.post(`/v1/plans/${id}/accept`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const held = [await stored(waits), await stored(other)].flatMap(({ pickups = [] }) => pickups);
    expect(held).toHaveLength(1);
    expect(await levelAt(depot.id)).toEqual([3, 2]);
  });

  it('releases the part when nobody has the appointment any more, and when it is cancelled', async () => {
    await accepted();
    const technicianId = await goes();
    await undo('unassign');
    expect([await levelAt(depot.id), (await stored(waits)).pickups]).toEqual([[3, 0], undefined]);
    expect(await intervalsOf(technicianId)).toEqual([]);
    await accepted();
    expect(await levelAt(depot.id)).toEqual([3, 2]);
    await undo('cancel', { reason: 'Mended by itself' });
    expect(await levelAt(depot.id)).toEqual([3, 0]);
  });

  it('releases the part when another technician gets the appointment, who is asked to have it', async () => {
    await accepted();
    const { version, assignments } = await stored(waits);
    const [stands] = assignments;
    const other = [company.rosa, company.tomas].find(({ id }) => id !== stands?.technicianId)?.id ?? '';
    const to = { technicianIds: [other], plannedStartAt: stands?.plannedStartAt };
    const move = (despite: string[]) =>
      world.post('/v1/appointment-moves', { moves: [{ appointmentId: waits.id, version, to: { ...to, despite } }] });
    expect(await move([])).toMatchObject({ status: 409, body: { reason: 'part-not-on-van' } });
    expect(await move(['part-not-on-van'])).toMatchObject({ status: 200 });
    expect([await levelAt(depot.id), (await stored(waits)).pickups]).toEqual([[3, 0], undefined]);
  });

  it('keeps the part when the appointment only begins later', async () => {
    await accepted();
    const { version, assignments } = await stored(waits);
    const technicianIds = assignments.map((one) => one.technicianId);
    const plannedStartAt = `${tuesday}T19:00:00.000Z`;
    const to = { technicianIds, plannedStartAt, despite: ['outside-arrival-window'] };
    const moves = [{ appointmentId: waits.id, version, to }];
    expect(await world.post('/v1/appointment-moves', { moves })).toMatchObject({ status: 200 });
    expect(await levelAt(depot.id)).toEqual([3, 2]);
    expect(await intervalsOf(technicianIds[0] ?? '')).toEqual(['pickup', 'appointment']);
  });

  it('is kept by a plan of the same day, with what is fetched as it stands', async () => {
    await accepted();
    const before = await stored(waits);
    await seedAppointment(world, company);
    await accepted();
    const after = await stored(waits);
    expect([after.assignments, after.pickups]).toEqual([before.assignments, before.pickups]);
    expect(await levelAt(depot.id)).toEqual([3, 2]);
  });

  it('releases the part when the technician hands the appointment over', async () => {
    await accepted();
    const technicianId = await goes();
    const colleague = [company.rosa, company.tomas].find(({ id }) => id !== technicianId)?.id;
    const phone = aPhone(world, await world.token({ tenantId, roles: ['technician'], technicianId }));
    const args = { appointmentId: waits.id, toTechnicianId: colleague, reason: 'He is nearer' };
    expect(await phone.does('hand-over', args)).toMatchObject({ state: 'applied' });
    expect([await levelAt(depot.id), (await stored(waits)).pickups]).toEqual([[3, 0], undefined]);
    expect(await intervalsOf(technicianId)).toEqual([]);
  });

  it('releases the part when the technician declines the appointment', async () => {
    await accepted();
    const technicianId = await goes();
    const phone = aPhone(world, await world.token({ tenantId, roles: ['technician'], technicianId }));
    const args = { appointmentId: waits.id, reason: 'Not mine' };
    await undo('status', { to: 'dispatched' });
    expect(await phone.does('decline', args)).toMatchObject({ state: 'applied' });
    const { assignments, pickups } = await stored(waits);
    expect([await levelAt(depot.id), assignments, pickups]).toEqual([[3, 0], [], undefined]);
    expect(await intervalsOf(technicianId)).toEqual([]);
  });

  it('releases the part when the whole work order is cancelled', async () => {
    await accepted();
    const technicianId = await goes();
    const answer = await world.post(`/v1/work-orders/${waits.workOrderId}/status`, { to: 'cancelled', reason: 'Sold' });
    expect(answer).toMatchObject({ status: 200 });
    expect([await levelAt(depot.id), (await stored(waits)).status]).toEqual([[3, 0], 'cancelled']);
    expect(await intervalsOf(technicianId)).toEqual([]);
  });

  it('moves the part from the place to the van when the technician takes it, once', async () => {
    await accepted();
    const technicianId = await goes();
    const van = technicianId === company.rosa.id ? company.van.id : company.otherVan.id;
    const phone = aPhone(world, await world.token({ tenantId, roles: ['technician'], technicianId }));
    const fetch = () =>
      phone.does('fetch-part', { appointmentId: waits.id, partId: valve.id, stockLocationId: depot.id });
    expect(await fetch()).toMatchObject({ state: 'applied' });
    expect([await levelAt(depot.id), await levelAt(van)]).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(await fetch()).toMatchObject({ state: 'refused', reason: 'nothing-to-fetch' });
    expect(await levelAt(van)).toEqual([2, 0]);
    expect(await intervalsOf(technicianId)).toEqual(['appointment']);
    const ledger = await stockMovements(world.table, tenantId, depot.id, {});
    expect(ledger).toMatchObject({ items: [{ kind: 'transfer-out', change: -2, appointmentId: waits.id }] });
  });
});
