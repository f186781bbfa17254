import type { Appointment } from '../model/appointment.ts';
import type { Instant, InstantSpan } from '../model/time.ts';
import { isPlannable } from './appointment-lifecycle.ts';

export type WindowRefusal = 'wrong-state' | 'in-the-past' | 'before-earliest-start' | 'outside-arrival-window';

export type PromisedWindow =
  { readonly ok: true; readonly appointment: Appointment } | { readonly ok: false; readonly reason: WindowRefusal };

/** The appointment with a window told to the customer, or why it cannot be: plans and moves keep what was told. */
export const promiseWindow = (appointment: Appointment, window: InstantSpan, now: Instant): PromisedWindow => {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  if (!isPlannable(appointment.status)) return { ok: false, reason: 'wrong-state' };
  if (to <= Date.parse(now) || to <= from) return { ok: false, reason: 'in-the-past' };
  if (to < Date.parse(appointment.earliestStartAt)) return { ok: false, reason: 'before-earliest-start' };
  const start = appointment.assignments[0]?.plannedStartAt;
  const isOutside = start !== undefined && (Date.parse(start) < from || Date.parse(start) > to);
  if (isOutside) return { ok: false, reason: 'outside-arrival-window' };
  return { ok: true, appointment: { ...appointment, arrivalWindow: window } };
};
