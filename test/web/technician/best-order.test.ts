import { expect, it } from 'vitest';
import type { Position } from '../../../shared/model/place.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { bestOrder } from '../../../web/technician/best-order.ts';
import { anId } from '../../builders/an-id.ts';
import { aVisit, technician } from '../sync/a-technician-view.ts';

const at = (location: Position) => ({ location, addressText: 'somewhere' });
const wide = { earliestStartAt: '2026-05-12T12:00:00.000Z', dueBy: '2026-05-12T22:00:00.000Z', durationSeconds: 1800 };
const stop = (longitude: number) =>
  aVisit({
    ...wide,
    status: 'accepted',
    place: at([longitude, 42.35]),
    skillRequirements: [],
    partRequirements: [],
    territoryId: technician.territoryIds[0] ?? '',
  }).appointment;

it('The stops that are left are put in the order of the shortest way, without asking anybody', () => {
  const [near, middle, far] = [stop(-71.05), stop(-71.1), stop(-71.2)];
  const done = aVisit({ status: 'completed', place: at([-71.04, 42.35]) }).appointment;
  const day = {
    day: '2026-05-12',
    timeZone: 'America/New_York',
    technician: { ...technician, startPlace: at([-71.04, 42.35]) },
    shifts: [{ from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T22:00:00.000Z' }],
    legs: [],
    stock: [],
    parts: [],
    appointments: [done, far, near, middle],
  };
  const found = bestOrder(day, Date.parse('2026-05-12T14:00:00.000Z'));
  expect(found?.left).toEqual([]);
  const order = found?.stops.map((one) => one.stop.id);
  expect([order?.join(), order?.toReversed().join()]).toContain([near, middle, far].map(({ id }) => id).join());
  expect(Date.parse(found?.stops[0]?.startAt ?? '')).toBeGreaterThan(Date.parse('2026-05-12T14:00:00.000Z'));
});

it('A crew’s appointment keeps its time, and the others are put around it', () => {
  const [near, far] = [stop(-71.05), stop(-71.2)];
  const plannedStartAt = '2026-05-12T15:00:00.000Z';
  const mine = { plannedStartAt, plannedEndAt: '2026-05-12T15:30:00.000Z', locked: false };
  const crew: Appointment = {
    ...stop(-71.1),
    crewSize: 2,
    assignments: [anId('technician'), technician.id].map((technicianId) => ({ ...mine, technicianId })),
  };
  const day = {
    ...{ day: '2026-05-12', timeZone: 'America/New_York', legs: [], stock: [], parts: [] },
    technician: { ...technician, startPlace: at([-71.04, 42.35]) },
    shifts: [{ from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T22:00:00.000Z' }],
    appointments: [near, far, crew],
  };
  const found = bestOrder(day, Date.parse('2026-05-12T14:00:00.000Z'));
  expect(found?.left).toEqual([]);
  expect(found?.stops.find((one) => one.stop === crew)?.startAt).toBe(plannedStartAt);
  expect(found?.stops).toHaveLength(3);
});
