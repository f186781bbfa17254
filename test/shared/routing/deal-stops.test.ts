import { expect, test } from 'vitest';
import { dealStops, type DealtDay } from '../../../shared/routing/deal-stops.ts';
import { boilerSkillId } from '../../builders/a-technician.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const able = { skills: [{ skillId: boilerSkillId, level: 2 }], freeSeconds: 4 * 3600 };
const aDay = (day: string, technicians: DealtDay['technicians'] = [able]): DealtDay => ({
  day,
  from: `${day}T04:00:00.000Z`,
  to: new Date(Date.parse(`${day}T04:00:00.000Z`) + 86_400_000).toISOString(),
  technicians,
});
const week = [aDay('2026-05-12'), aDay('2026-05-13'), aDay('2026-05-14')];
const dealt = (days: readonly DealtDay[], waiting: Parameters<typeof dealStops>[1]) =>
  dealStops(days, waiting).first.map(({ id }) => id);

test('a day is dealt a little more than it holds, the most urgent and then what is due first', () => {
  const normal = Array.from({ length: 5 }, (_, i) => anAppointment({ dueBy: `2026-05-2${i}T21:00:00.000Z` }));
  const high = anAppointment({ priority: 'high', dueBy: '2026-05-28T21:00:00.000Z' });
  // Four free hours, 1.2 times, by stops of an hour and a quarter of driving.
  expect(dealt(week, [...normal, high])).toEqual([high.id, normal[0]?.id, normal[1]?.id]);
});

test('what cannot begin yet, is promised for another day, or has nobody able on the day waits for its own', () => {
  const later = anAppointment({ earliestStartAt: '2026-05-13T12:00:00.000Z' });
  const told = anAppointment({ arrivalWindow: { from: '2026-05-14T13:00:00.000Z', to: '2026-05-14T15:00:00.000Z' } });
  const skilled = anAppointment({ skillRequirements: [{ skillId: anId('skill'), level: 1 }] });
  const expert = { skills: [{ skillId: skilled.skillRequirements[0]?.skillId ?? '', level: 1 }], freeSeconds: 3600 };
  const days = [aDay('2026-05-12'), aDay('2026-05-13', [able, expert]), aDay('2026-05-14')];
  expect(dealt(days, [later, told, skilled])).toEqual([]);
  expect(dealt(days.slice(1), [later, told, skilled])).toEqual(expect.arrayContaining([later.id, skilled.id]));
});

test('a certificate that has expired by a day does not count on it', () => {
  const expiring = { skills: [{ skillId: boilerSkillId, level: 2, expiresOn: '2026-05-12' }], freeSeconds: 3600 };
  const waits = anAppointment();
  const { first, mayWait } = dealStops([aDay('2026-05-12', [expiring]), aDay('2026-05-13', [expiring])], [waits]);
  expect(first.map(({ id }) => id)).toEqual([waits.id]);
  expect(mayWait.has(waits.id)).toBe(false);
});

test('what has a place on no day is tried on the last, so that the reasons are told', () => {
  const impossible = anAppointment({ skillRequirements: [{ skillId: anId('skill'), level: 1 }] });
  expect(dealt(week, [impossible])).toEqual([]);
  expect(dealt(week.slice(-1), [impossible])).toEqual([impossible.id]);
});
