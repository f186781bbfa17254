import { describe, expect, test } from 'vitest';
import { answerTask } from '../../../shared/rules/task-answer.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

const at = '2026-05-12T14:00:00.000Z';
const by = 'Rosa';
const appointment = anAppointment({
  status: 'on-site',
  tasks: [{ key: 'pressure', label: 'Pressure', answer: 'number', unit: 'bar', required: true }],
});

describe('a checklist step', () => {
  test('keeps its answer and when it was given', () => {
    const answered = answerTask(appointment, { key: 'pressure', value: 1.4, at, by });
    expect(answered).toMatchObject({ ok: true, appointment: { tasks: [{ value: 1.4, answeredAt: at }] } });
  });

  test('gives its answer back', () => {
    const answered = answerTask(appointment, { key: 'pressure', value: 1.4, at, by });
    if (!answered.ok) throw new Error(answered.reason);
    const given = answerTask(answered.appointment, { key: 'pressure', value: null, at, by });
    expect(given).toMatchObject({ ok: true, appointment: { tasks: [{ key: 'pressure', answeredBy: by }] } });
    expect(given.ok && given.appointment.tasks[0]).not.toHaveProperty('value');
  });

  test('refuses an answer of another kind', () => {
    expect(answerTask(appointment, { key: 'pressure', value: 'high', at, by })).toEqual({
      ok: false,
      reason: 'wrong-answer',
    });
  });

  test('must be one of the appointment', () => {
    expect(answerTask(appointment, { key: 'colour', value: 1, at, by })).toEqual({ ok: false, reason: 'unknown-task' });
  });

  test('is closed when the appointment is finished', () => {
    const finished = anAppointment({ ...appointment, status: 'completed' });
    expect(answerTask(finished, { key: 'pressure', value: 1, at, by })).toEqual({ ok: false, reason: 'wrong-state' });
  });
});
