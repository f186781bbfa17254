import { expect, test } from 'vitest';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { wayOfDay } from '../../../web/technician/way-of-day.ts';

const rosa = anId('technician');
const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const fetched = (from: string, to: string, takenAt?: string) => ({
  ...{ partId: anId('part'), quantity: 1, stockLocationId: anId('stockLocation'), stockLocationName: 'Depot North' },
  place: { location: [-71.06, 42.36] as [number, number], addressText: '1 Depot Road' },
  ...{ plannedStartAt: at(from), plannedEndAt: at(to) },
  ...(takenAt !== undefined && { takenAt }),
});
const wordsOf = (...stops: Parameters<typeof wayOfDay>[0]) =>
  wayOfDay(stops, rosa).map((one) => (one.kind === 'stop' ? one.number : `for ${stops.indexOf(one.stop) + 1}`));

test('what is fetched stands on the way by its time, also before a stop that does not need it', () => {
  const first = anAssignedAppointment(rosa, at('13:00'));
  const second = anAssignedAppointment(rosa, at('15:00'), { pickups: [fetched('12:30', '12:40')] });
  const third = anAssignedAppointment(rosa, at('17:00'), { pickups: [fetched('16:10', '16:20')] });
  expect(wordsOf(first, second, third)).toEqual(['for 2', 1, 2, 'for 3', 3]);
});

test('what is on the van, or for a visit that is over, is fetched no more', () => {
  const taken = anAssignedAppointment(rosa, at('13:00'), { pickups: [fetched('12:30', '12:40', at('12:35'))] });
  const over = anAssignedAppointment(rosa, at('15:00'), { status: 'cancelled', pickups: [fetched('14:30', '14:40')] });
  expect(wordsOf(taken, over)).toEqual([1, 2]);
});
