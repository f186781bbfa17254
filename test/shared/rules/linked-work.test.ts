import { expect, test } from 'vitest';
import { linkedWork, outOfOrder } from '../../../shared/rules/linked-work.ts';
import { splitAppointment } from '../../../shared/rules/split-appointment.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const first = anAssignedAppointment(rosa, at('13:00'));
const overAt = first.assignments[0]?.plannedEndAt;
const from = (time: string, to: string) => ({ from: at(time), to: at(to) });

test('a part may not begin before the one that it goes on with is over', () => {
  expect(outOfOrder(from('13:30', '14:30'), linkedWork(first, undefined))?.values).toEqual({ overAt });
  expect(outOfOrder({ from: overAt ?? '', to: at('20:00') }, linkedWork(first, undefined))).toBeUndefined();
});

test('a part may not have a time while the one before has none', () => {
  expect(outOfOrder(from('13:30', '14:30'), linkedWork(anAppointment(), undefined))?.values).toEqual({});
});

test('a part may not end after the one that goes on with it begins', () => {
  const linked = linkedWork(undefined, first);
  expect(outOfOrder(from('12:30', '13:30'), linked)?.values).toEqual({ beginsAt: at('13:00') });
  expect(outOfOrder(from('12:00', '13:00'), linked)).toBeUndefined();
});

test('a cancelled part holds nothing, nor does one after it that waits', () => {
  const cancelled = { ...first, status: 'cancelled' as const };
  expect(outOfOrder(from('12:30', '13:30'), linkedWork(cancelled, cancelled))).toBeUndefined();
  expect(outOfOrder(from('12:30', '13:30'), linkedWork(undefined, anAppointment()))).toBeUndefined();
});

test('parts of divided work know the one before and the one after', () => {
  const long = anAppointment({ durationSeconds: 72_000 });
  const split = splitAppointment(long, 25_200, () => anId('appointment'));
  if (!split.ok) throw new Error(split.reason);
  const [second, third] = split.others;
  expect([split.first.followedBy, second?.followedBy, third?.followedBy]).toEqual([second?.id, third?.id, undefined]);
  expect([second?.follows, third?.follows]).toEqual([long.id, second?.id]);
});
