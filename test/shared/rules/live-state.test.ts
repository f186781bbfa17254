import { expect, test } from 'vitest';
import { liveStateOf, type LiveStateQuestion } from '../../../shared/rules/live-state.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const now = '2026-05-12T14:00:00.000Z';
const shift = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T21:00:00.000Z' };
const his = (status: 'travelling' | 'on-site' | 'scheduled') => [anAssignedAppointment(rosa, now, { status })];

const state = (changes: Partial<LiveStateQuestion>) =>
  liveStateOf({ technicianId: rosa, shifts: [shift], appointments: [], latest: aPosition(), now, ...changes });

test.each<[ReturnType<typeof liveStateOf>, string, Partial<LiveStateQuestion>]>([
  ['available', 'in his shift with a fresh position', {}],
  ['off-shift', 'outside of his shifts', { shifts: [] }],
  ['offline', 'without a position', { latest: undefined }],
  ['offline', 'with an old position', { latest: aPosition({ fix: aFix({ at: '2026-05-12T13:44:59.000Z' }) }) }],
  ['on-break', 'in his break', { breaks: [{ from: now, to: shift.to }] }],
  ['travelling', 'when he said so, even off shift', { shifts: [], appointments: his('travelling') }],
  ['on-site', 'when he said so, even without signal', { latest: undefined, appointments: his('on-site') }],
  [
    'available',
    'while others travel',
    { appointments: [anAssignedAppointment(anId('technician'), now, { status: 'travelling' })] },
  ],
])('a technician is %s %s', (expected, _when, changes) => {
  expect(state(changes)).toBe(expected);
});
