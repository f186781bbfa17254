import { expect, test } from 'vitest';
import { aTechnician } from '../../builders/a-technician.ts';
import { anId } from '../../builders/an-id.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { boundsOfDay, fetchedFor, fetchPoints } from '../../../web/technician/day-on-map.ts';

const rosa = aTechnician();
const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const depot = { id: anId('stockLocation'), location: [-72.5, 41.5] as [number, number] };
const fetched = (from: string, to: string, takenAt?: string) => ({
  ...{ partId: anId('part'), quantity: 1, stockLocationId: depot.id, stockLocationName: 'Depot North' },
  place: { location: depot.location, addressText: '1 Depot Road' },
  ...{ plannedStartAt: at(from), plannedEndAt: at(to) },
  ...(takenAt !== undefined && { takenAt }),
});
const dayOf = (...appointments: ReturnType<typeof anAssignedAppointment>[]) => ({
  technician: rosa,
  appointments,
  legs: [],
});

test('a place where two parts are fetched is marked once, in sight, and leads to the first appointment that needs one', () => {
  const first = anAssignedAppointment(rosa.id, at('13:00'), { pickups: [fetched('12:30', '12:40')] });
  const second = anAssignedAppointment(rosa.id, at('15:00'), { pickups: [fetched('12:40', '12:50')] });
  const day = dayOf(first, second);
  expect(fetchPoints(day)).toMatchObject([{ id: depot.id, position: depot.location, mark: { shape: 'place' } }]);
  expect(fetchedFor(day, depot.id)).toBe(first.id);
  const [west, south] = boundsOfDay(day);
  expect([west < depot.location[0], south < depot.location[1]]).toEqual([true, true]);
});

test('a place from which everything is on the van is marked no more', () => {
  const taken = anAssignedAppointment(rosa.id, at('13:00'), { pickups: [fetched('12:30', '12:40', at('12:35'))] });
  expect(fetchPoints(dayOf(taken))).toEqual([]);
});
