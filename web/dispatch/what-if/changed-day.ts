import { addSeconds, isBefore } from '../../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import type { PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import type { DayCopy } from './day-copy.ts';
import type { WhatIfChange } from './what-if-change.ts';

/** The copy of the day with the changes made in it; the copy itself stays as it is. */
export const changedDay = (day: DayCopy, changes: readonly WhatIfChange[]): DayCopy =>
  changes.reduce((changed, change) => withChange(changed, change), day);

const withChange = (day: DayCopy, change: WhatIfChange): DayCopy => {
  switch (change.kind) {
    case 'shift':
      return withShifts(day, change.technicianId, [{ from: change.from, to: change.to }]);
    case 'away':
      return withShifts(day, change.technicianId, []);
    case 'technician':
      return withOneMore(day, change.id, change.likeId);
    case 'promise':
      return onAppointments(day, (one) =>
        one.id === change.appointmentId ? promisedLater(one, change.bySeconds) : one,
      );
    case 'drop':
      return onAppointments(day, (one) => (change.appointmentIds.includes(one.id) ? undefined : one));
  }
};

const withShifts = (day: DayCopy, technicianId: string, shifts: readonly InstantSpan[]): DayCopy => {
  const technicians = day.technicians.map((one) => (one.technician.id === technicianId ? { ...one, shifts } : one));
  return released({ ...day, technicians }, technicianId, shifts);
};

/** What no longer lies in his shift waits again, unless he is on his way to it or there. */
const released = (day: DayCopy, technicianId: string, shifts: readonly InstantSpan[]): DayCopy => {
  const isOut = ({ status, assignments: [first] }: Appointment): boolean =>
    first?.technicianId === technicianId &&
    ['scheduled', 'dispatched', 'accepted'].includes(status) &&
    !shifts.some(({ from, to }) => !isBefore(first.plannedStartAt, from) && !isBefore(to, first.plannedEndAt));
  const out = day.appointments.filter(isOut);
  const ids = new Set(out.map(({ id }) => id));
  return {
    ...day,
    appointments: day.appointments.filter(({ id }) => !ids.has(id)),
    backlog: [...day.backlog, ...out.map((one): Appointment => ({ ...one, status: 'unscheduled', assignments: [] }))],
    technicians: day.technicians.map((one) => ({ ...one, taken: one.taken.filter(({ id }) => !ids.has(id)) })),
  };
};

const withOneMore = (day: DayCopy, id: string, likeId: string): DayCopy => {
  const like = day.technicians.find(({ technician }) => technician.id === likeId);
  if (!like) return day;
  const { shifts, vanStock, technician } = like;
  const more: PlanningTechnician = { technician: { ...technician, id }, shifts, vanStock, taken: [] };
  return { ...day, technicians: [...day.technicians, more] };
};

const promisedLater = (appointment: Appointment, seconds: number): Appointment => {
  const { dueBy, arrivalWindow: told } = appointment;
  return {
    ...appointment,
    dueBy: addSeconds(dueBy, seconds),
    ...(told && { arrivalWindow: { from: addSeconds(told.from, seconds), to: addSeconds(told.to, seconds) } }),
  };
};

const onAppointments = (day: DayCopy, change: (one: Appointment) => Appointment | undefined): DayCopy => {
  const appointments = day.appointments.flatMap((one) => change(one) ?? []);
  const kept = new Set(appointments.map(({ id }) => id));
  const gone = new Set(day.appointments.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
  return {
    ...day,
    appointments,
    backlog: day.backlog.flatMap((one) => change(one) ?? []),
    technicians: day.technicians.map((one) => ({ ...one, taken: one.taken.filter(({ id }) => !gone.has(id)) })),
  };
};
