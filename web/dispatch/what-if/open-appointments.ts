import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { DayCopy } from './day-copy.ts';

/** What is still to be done in the copy, what is due first at the top. */
export const openAppointments = (day: DayCopy): Appointment[] =>
  [...day.appointments, ...day.backlog]
    .filter(({ status }) => !isFinished(status))
    .sort((a, b) => Date.parse(a.dueBy) - Date.parse(b.dueBy));

/** Customers by name with what is still to be done for them. */
export const openCustomers = (
  day: DayCopy,
): { readonly customer: string; readonly appointmentIds: readonly string[] }[] => {
  const byName = new Map<string, string[]>();
  for (const { id, contact } of openAppointments(day)) {
    const ids = byName.get(contact.name);
    if (ids) ids.push(id);
    else byName.set(contact.name, [id]);
  }
  return [...byName]
    .map(([customer, appointmentIds]) => ({ customer, appointmentIds }))
    .sort((a, b) => a.customer.localeCompare(b.customer));
};
