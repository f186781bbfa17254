import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';

/** How the promise stands: colour and mark follow from it. */
export type Urgency = 'fine' | 'risk' | 'late';

/** So much slack before the promise is a warning worth. */
const warningMilliseconds = 45 * 60_000;
/** So late may a start be before it means something. */
const startGraceMilliseconds = 10 * 60_000;

/** Unscheduled: by the time that is left for travel and work. Scheduled: by its planned end and whether it runs late. */
export const urgencyOf = (appointment: Appointment, now: number): Urgency => {
  const due = Date.parse(appointment.dueBy);
  const end = expectedEnd(appointment, now);
  if (end > due) return 'late';
  if (appointment.actualEndAt) return 'fine';
  if (appointment.priority === 'emergency' && appointment.status === 'unscheduled') return 'late';
  const slack = due - end;
  if (slack < warningMilliseconds && appointment.status === 'unscheduled') return 'risk';
  return isBehind(appointment, now) ? 'risk' : 'fine';
};

export const requestUrgency = (request: ServiceRequest, now: number): Urgency => {
  const left = Date.parse(request.dueBy) - now;
  if (left < 0 || request.priority === 'emergency') return 'late';
  return left < warningMilliseconds ? 'risk' : 'fine';
};

/** When it will have been done, as far as is known now. */
const expectedEnd = (appointment: Appointment, now: number): number => {
  if (appointment.actualEndAt) return Date.parse(appointment.actualEndAt);
  const planned = appointment.assignments[0];
  const duration = appointment.durationSeconds * 1000;
  if (appointment.actualStartAt) return Math.max(now, Date.parse(appointment.actualStartAt) + duration);
  if (planned) return Math.max(Date.parse(planned.plannedEndAt), now);
  return now + duration;
};

const isBehind = (appointment: Appointment, now: number): boolean => {
  const planned = appointment.assignments[0];
  if (!planned || appointment.actualStartAt) return false;
  const latest = appointment.arrivalWindow
    ? Date.parse(appointment.arrivalWindow.to)
    : Date.parse(planned.plannedStartAt) + startGraceMilliseconds;
  return now > latest;
};
