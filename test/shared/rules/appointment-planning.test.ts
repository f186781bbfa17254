import { describe, expect, test } from 'vitest';
import { appointmentSchema } from '../../../shared/model/appointment.ts';
import {
  cancelAppointment,
  scheduleAppointment,
  unscheduleAppointment,
} from '../../../shared/rules/appointment-planning.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const start = '2026-05-12T13:00:00.000Z';
const plan = (technicianId: string) => ({
  day: tuesday,
  assignment: { technicianId, plannedStartAt: start, plannedEndAt: '2026-05-12T14:00:00.000Z', locked: false },
  travel: { seconds: 600, metres: 4_000 },
});

describe('scheduling', () => {
  test('gives it a technician, a day and the way', () => {
    const scheduled = scheduleAppointment(anAppointment(), plan(rosa));
    if (!scheduled.ok) throw new Error(scheduled.reason);
    expect(appointmentSchema.parse(scheduled.appointment)).toMatchObject({
      status: 'scheduled',
      day: tuesday,
      assignments: [{ technicianId: rosa }],
      plannedTravelSeconds: 600,
      plannedTravelMetres: 4_000,
    });
  });

  test('to someone else tells him anew', () => {
    const dispatched = anAssignedAppointment(rosa, start, { status: 'dispatched' });
    expect(scheduleAppointment(dispatched, plan(anId('technician')))).toMatchObject({
      appointment: { status: 'scheduled' },
    });
    expect(scheduleAppointment(dispatched, plan(rosa))).toMatchObject({ appointment: { status: 'dispatched' } });
  });

  test('is refused once he travels', () => {
    const travelling = anAssignedAppointment(rosa, start, { status: 'travelling' });
    expect(scheduleAppointment(travelling, plan(rosa))).toEqual({ ok: false, reason: 'wrong-state' });
    expect(unscheduleAppointment(travelling)).toEqual({ ok: false, reason: 'wrong-state' });
  });
});

test('what is unscheduled keeps neither day nor technician nor way', () => {
  const back = unscheduleAppointment(anAssignedAppointment(rosa, start, { plannedTravelSeconds: 600 }));
  if (!back.ok) throw new Error(back.reason);
  expect(appointmentSchema.parse(back.appointment)).toMatchObject({ status: 'unscheduled', assignments: [] });
  expect(Object.keys(back.appointment)).not.toEqual(expect.arrayContaining(['day']));
  expect(Object.keys(back.appointment)).not.toEqual(expect.arrayContaining(['plannedTravelSeconds']));
});

test('what is completed cannot be cancelled', () => {
  expect(cancelAppointment(anAppointment({ status: 'completed' }), 'by mistake').ok).toBe(false);
  expect(cancelAppointment(anAppointment(), 'no longer needed')).toMatchObject({
    appointment: { status: 'cancelled', cancelReason: 'no longer needed' },
  });
});
