import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import { guardDaysOf } from '../../shared/rules/assignment.ts';
import type { StaffAsked } from './route.ts';
import { homeOf, technicianOf } from '../api/technician-of.ts';

export type GuardRef = Pick<TechnicianDay, 'technicianId' | 'day'>;

export const sameGuard = (a: GuardRef, b: GuardRef): boolean => a.technicianId === b.technicianId && a.day === b.day;

/** The guards in which an appointment may take time, of each who goes. */
export const guardRefsOf = async (asked: StaffAsked, appointment: Appointment): Promise<GuardRef[]> => {
  const refs: GuardRef[] = [];
  for (const { technicianId, plannedStartAt } of appointment.assignments) {
    const technician = await technicianOf(asked, technicianId);
    if (!technician) continue;
    const { timeZone } = await homeOf(asked, technician);
    for (const day of guardDaysOf(plannedStartAt, appointment.durationSeconds, timeZone)) {
      refs.push({ technicianId, day });
    }
  }
  return refs;
};
