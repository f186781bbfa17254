import { describe, expect, it } from 'vitest';
import { promiseWindow } from '../../../shared/rules/promise-window.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';

const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const now = at('14:00');
const window = { from: at('16:00'), to: at('18:00') };

describe('A window that a customer takes', () => {
  it('is promised before anybody is chosen', () => {
    const appointment = anAppointment();
    expect(promiseWindow(appointment, window, now)).toEqual({
      ok: true,
      appointment: { ...appointment, arrivalWindow: window },
    });
  });

  it('must hold the time that is planned already', () => {
    const { id } = aTechnician();
    expect(promiseWindow(anAssignedAppointment(id, at('16:00')), window, now).ok).toBe(true);
    const outside = promiseWindow(anAssignedAppointment(id, at('15:59')), window, now);
    expect(outside).toEqual({ ok: false, reason: 'outside-arrival-window' });
  });

  it('must not be over', () => {
    expect(promiseWindow(anAppointment(), window, window.to)).toEqual({ ok: false, reason: 'in-the-past' });
  });
});
