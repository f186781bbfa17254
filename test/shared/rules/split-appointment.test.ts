import { expect, test } from 'vitest';
import { joinAppointments, splitAppointment } from '../../../shared/rules/split-appointment.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const newId = () => anId('appointment');
const hours = 3600;
const task = { key: 'step-1', label: 'Gas off', answer: 'check' as const, required: true };
const partRequirements = [{ partId: anId('part'), quantity: 1 }];

test('work too long for a shift is divided evenly, each part after the one before', () => {
  const long = anAppointment({ durationSeconds: 20 * hours, tasks: [task], partRequirements });
  const split = splitAppointment(long, 7 * hours, newId);
  if (!split.ok) throw new Error(split.reason);
  const parts = [split.first, ...split.others];
  expect(parts.map(({ durationSeconds }) => durationSeconds)).toEqual([24_000, 24_000, 24_000]);
  expect(split.others.map(({ follows }) => follows)).toEqual([long.id, split.others[0]?.id]);
  expect(parts.map(({ tasks }) => tasks.length)).toEqual([0, 0, 1]);
  expect(parts.map((part) => part.partRequirements.length)).toEqual([1, 0, 0]);
});

test('parts without a time are one again by any of them, and the others are cancelled', () => {
  const long = anAppointment({ durationSeconds: 20 * hours, tasks: [task], partRequirements });
  const split = splitAppointment(long, 7 * hours, newId);
  if (!split.ok) throw new Error(split.reason);
  const parts = [split.first, ...split.others.map((draft) => ({ ...long, ...draft }))];
  for (const part of parts) {
    const joined = joinAppointments(part, parts, 'Joined');
    if (!joined.ok) throw new Error(joined.reason);
    expect(joined.whole).toEqual(long);
    expect(joined.gone.map(({ id, status }) => [id, status])).toEqual(split.others.map(({ id }) => [id, 'cancelled']));
  }
});

test('what is not divided, or has a part with a time already, is not joined', () => {
  const long = anAppointment({ durationSeconds: 20 * hours });
  expect(joinAppointments(long, [long], '')).toEqual({ ok: false, reason: 'not-divided' });
  const split = splitAppointment(long, 7 * hours, newId);
  if (!split.ok) throw new Error(split.reason);
  const [second, third] = split.others.map((draft) => ({ ...long, ...draft }));
  if (!second || !third) throw new Error('three parts');
  const parts = [split.first, { ...second, status: 'scheduled' as const }, third];
  expect(joinAppointments(split.first, parts, '')).toEqual({ ok: false, reason: 'wrong-state' });
});

test('what fits, what is planned, and what would be in too many parts is left whole', () => {
  const long = anAppointment({ durationSeconds: 20 * hours });
  expect(splitAppointment(long, 20 * hours, newId)).toEqual({ ok: false, reason: 'short-enough' });
  expect(splitAppointment(long, hours, newId)).toEqual({ ok: false, reason: 'too-many-parts' });
  const planned = anAssignedAppointment(anId('technician'), '2026-05-12T13:00:00.000Z', {
    durationSeconds: 20 * hours,
  });
  expect(splitAppointment(planned, 7 * hours, newId)).toEqual({ ok: false, reason: 'wrong-state' });
});
