import { expect, test } from 'vitest';
import { type Manner, nextMove, presentStop } from '../../infra/local/simulator/next-move.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { anAppointment } from '../builders/an-appointment.ts';
import { anId } from '../builders/an-id.ts';

const steady: Manner = { pace: 1, fails: false, usesPart: false };
const technicianId = anId('technician');
const aStop = (changes: Partial<Appointment>) =>
  anAppointment({
    day: '2026-05-12',
    durationSeconds: 3600,
    tasks: [],
    assignments: [
      {
        technicianId,
        plannedStartAt: '2026-05-12T14:00:00.000Z',
        plannedEndAt: '2026-05-12T15:00:00.000Z',
        locked: false,
      },
    ],
    ...changes,
  });
const shiftStart = '2026-05-12T12:00:00.000Z';
const moveAt = (stop: Appointment, now: string, manner = steady) => nextMove(stop, 600, shiftStart, manner, now);

test('he leaves when the way to the stop demands it, not before', () => {
  const accepted = aStop({ status: 'accepted' });
  expect(moveAt(accepted, '2026-05-12T13:49:00.000Z')).toBeUndefined();
  expect(moveAt(accepted, '2026-05-12T13:50:00.000Z')).toMatchObject({
    to: 'travelling',
    at: '2026-05-12T13:50:00.000Z',
  });
});

test('what should have happened an hour ago is told with that time', () => {
  expect(moveAt(aStop({ status: 'accepted' }), '2026-05-12T15:00:00.000Z')).toMatchObject({
    at: '2026-05-12T13:50:00.000Z',
  });
});

test('he arrives when the way is over', () => {
  const travelling = aStop({ status: 'travelling', travelStartedAt: '2026-05-12T13:50:00.000Z' });
  expect(moveAt(travelling, '2026-05-12T13:59:59.000Z')).toBeUndefined();
  expect(moveAt(travelling, '2026-05-12T14:00:00.000Z')).toMatchObject({ to: 'on-site' });
});

test('a stop whose work is over is completed only after its required steps', () => {
  const open = aStop({
    status: 'on-site',
    actualStartAt: '2026-05-12T14:00:00.000Z',
    tasks: [{ key: 'step-1', label: 'Gas turned off', answer: 'check', required: true }],
  });
  expect(moveAt(open, '2026-05-12T15:00:00.000Z')).toMatchObject({ kind: 'answer', value: true });
  const answered = { ...open, tasks: open.tasks.map((task) => ({ ...task, value: true })) };
  expect(moveAt(answered, '2026-05-12T15:00:00.000Z')).toMatchObject({ to: 'completed', outcome: { code: 'fixed' } });
});

test('nothing moves on a stop that is done', () => {
  expect(moveAt(aStop({ status: 'completed' }), '2026-05-12T20:00:00.000Z')).toBeUndefined();
});

test('the stop under way comes before an earlier one that was not begun', () => {
  const early = aStop({ status: 'accepted' });
  const [first] = early.assignments;
  const later = aStop({
    status: 'on-site',
    assignments: first
      ? [{ ...first, plannedStartAt: '2026-05-12T16:00:00.000Z', plannedEndAt: '2026-05-12T17:00:00.000Z' }]
      : [],
  });
  expect(presentStop([early, later])).toBe(later);
  expect(presentStop([aStop({ status: 'completed' })])).toBeUndefined();
});
