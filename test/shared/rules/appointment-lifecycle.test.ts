import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appointmentSchema, type Appointment } from '../../../shared/model/appointment.ts';
import {
  applyStatus,
  canMove,
  isFinished,
  nextStatusesOf,
  stepStatuses,
  type Step,
} from '../../../shared/rules/appointment-lifecycle.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const now = '2026-05-12T14:00:00.000Z';
const assigned = (changes: Partial<Appointment> = {}) =>
  anAssignedAppointment(rosa, '2026-05-12T13:00:00.000Z', changes);
const take = (appointment: Appointment, step: Partial<Step> & Pick<Step, 'to'>, technicianId = rosa) =>
  applyStatus(appointment, { at: now, ...step }, { technicianId }, now);

describe('an appointment', () => {
  test('goes through its states in order and keeps when each began', () => {
    let appointment = assigned({ status: 'scheduled' });
    for (const [to, minute] of [
      ['dispatched', '00'],
      ['accepted', '10'],
      ['travelling', '20'],
      ['on-site', '40'],
      ['completed', '50'],
    ] as const) {
      const step = take(appointment, { to, at: `2026-05-12T13:${minute}:00.000Z` });
      if (!step.ok) throw new Error(step.reason);
      appointment = step.appointment;
    }
    expect(appointmentSchema.parse(appointment)).toMatchObject({
      status: 'completed',
      travelStartedAt: '2026-05-12T13:20:00.000Z',
      actualStartAt: '2026-05-12T13:40:00.000Z',
      actualEndAt: '2026-05-12T13:50:00.000Z',
      outcome: { code: 'fixed' },
    });
  });

  test('skips no state, and the refusal says what may come next', () => {
    expect(take(assigned({ status: 'accepted' }), { to: 'completed' })).toEqual({
      ok: false,
      reason: 'wrong-state',
      allowed: ['travelling'],
    });
  });

  test('never leaves a final state', () => {
    for (const status of ['completed', 'cannot-complete', 'cancelled'] as const) {
      expect(isFinished(status)).toBe(true);
      for (const to of stepStatuses) expect(canMove(status, to)).toBe(false);
      expect(nextStatusesOf(status)).toEqual([]);
    }
  });

  test('is cancelled from any open state', () => {
    for (const from of ['unscheduled', 'scheduled', 'dispatched', 'accepted', 'travelling', 'on-site'] as const) {
      expect(canMove(from, 'cancelled')).toBe(true);
    }
  });

  test('takes no step without an assignment', () => {
    expect(take(anAppointment({ status: 'accepted' }), { to: 'travelling' })).toMatchObject({
      reason: 'no-assignment',
    });
  });

  test('takes no step by a technician to whom it is not assigned', () => {
    const byOther = take(assigned({ status: 'accepted' }), { to: 'travelling' }, anId('technician'));
    expect(byOther).toMatchObject({ ok: false, reason: 'not-assigned-to-you' });
  });

  test('takes a step by the office on behalf of the technician', () => {
    expect(applyStatus(assigned({ status: 'accepted' }), { to: 'travelling', at: now }, {}, now).ok).toBe(true);
  });

  test('is not completed while a required checklist step has no answer', () => {
    const tasks: Appointment['tasks'] = [
      { key: 'gas-off', label: 'Gas is shut off', answer: 'check', required: true, value: false },
      { key: 'pressure', label: 'Pressure', answer: 'number', required: true, value: 0 },
      { key: 'remark', label: 'Remark', answer: 'text', required: false },
    ];
    expect(take(assigned({ status: 'on-site', tasks }), { to: 'completed' })).toEqual({
      ok: false,
      reason: 'task-required',
      taskKeys: ['gas-off'],
    });
    expect(
      take(assigned({ status: 'on-site', tasks }), { to: 'cannot-complete', outcome: { code: 'unsafe' } }).ok,
    ).toBe(true);
  });

  test('cannot be ended as not completed without an outcome', () => {
    expect(take(assigned({ status: 'on-site' }), { to: 'cannot-complete' })).toMatchObject({
      reason: 'outcome-required',
    });
  });
});

describe('the time of a step', () => {
  const onTheWay = assigned({ status: 'travelling', travelStartedAt: '2026-05-12T13:30:00.000Z' });

  test('lies neither in the future nor more than a day ago', () => {
    expect(take(onTheWay, { to: 'on-site', at: '2026-05-12T14:05:00.000Z' })).toMatchObject({
      reason: 'in-the-future',
    });
    expect(take(onTheWay, { to: 'on-site', at: '2026-05-11T13:59:00.000Z' })).toMatchObject({ reason: 'too-long-ago' });
  });

  test('lies after the step before', () => {
    expect(take(onTheWay, { to: 'on-site', at: '2026-05-12T13:29:59.000Z' })).toMatchObject({
      reason: 'before-step-before',
    });
    expect(take(onTheWay, { to: 'on-site', at: '2026-05-12T13:30:00.000Z' }).ok).toBe(true);
  });
});

test('whatever steps are tried, an appointment stays valid and its times stay in order', () => {
  const attempts = fc.array(fc.tuple(fc.constantFrom(...stepStatuses), fc.integer({ min: -30, max: 30 })), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(attempts, (steps) => {
      let appointment = assigned();
      for (const [to, minutes] of steps) {
        const at = new Date(Date.parse(now) + minutes * 60_000).toISOString();
        const step = take(appointment, { to, at, outcome: { code: 'other' } });
        if (step.ok) appointment = step.appointment;
      }
      const { travelStartedAt = '', actualStartAt, actualEndAt } = appointmentSchema.parse(appointment);
      expect(travelStartedAt <= (actualStartAt ?? '9')).toBe(true);
      expect((actualStartAt ?? '') <= (actualEndAt ?? '9')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
