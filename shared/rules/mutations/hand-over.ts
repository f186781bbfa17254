import { addSeconds, isBefore } from '../../geo/instant-arithmetic.ts';
import type { Appointment } from '../../model/appointment.ts';
import { isFinished } from '../appointment-lifecycle.ts';
import { refused, refuseOthers } from './refused.ts';
import { stoppedWork } from './stopped-work.ts';
import type { VisitRule } from './visit-rule.ts';

/** Gives it to a colleague, who is told anew; times that were begun are the first one's and stay in the history. */
export const handOver: VisitRule<'hand-over'> = (visit, { toTechnicianId, reason }, doing) => {
  const { appointment } = visit;
  const { technicianId, at, name: by } = doing;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const mine = appointment.assignments.find((one) => one.technicianId === technicianId);
  if (!mine || isFinished(appointment.status)) {
    return refused('wrong-state', `It is already ${appointment.status}.`);
  }
  if (appointment.assignments.some((one) => one.technicianId === toTechnicianId)) {
    return refused('already-assigned', 'It is already assigned to this technician.');
  }
  const isDoubted = doing.isClockDoubted === true;
  const { appointment: stopped, timeEntries } = stoppedWork(appointment, { at, isDoubted, by, technicianId });
  const plannedStartAt = isBefore(mine.plannedStartAt, at) ? at : mine.plannedStartAt;
  const plannedEndAt = addSeconds(plannedStartAt, appointment.durationSeconds);
  const theirs = { technicianId: toTechnicianId, plannedStartAt, plannedEndAt, locked: false };
  const assignments = appointment.assignments.map((one) => (one === mine ? theirs : one));
  const { travelStartedAt, actualStartAt } = appointment;
  // What was to be fetched, or lies on the first one's van, the colleague has not.
  const { pickups: _fetched, ...handed } = { ...stopped, assignments };
  return {
    ok: true,
    appointment: assignments.length > 1 ? handed : begunAnew(handed),
    timeEntries,
    handedTo: toTechnicianId,
    event: 'appointment.handed-over',
    facts: {
      toTechnicianId,
      reason,
      ...(travelStartedAt !== undefined && { travelStartedAt }),
      ...(actualStartAt !== undefined && { actualStartAt }),
    },
  };
};

const begunAnew = (appointment: Appointment): Appointment => {
  const { travelStartedAt: _left, actualStartAt: _began, areTimesDoubted: _doubted, ...rest } = appointment;
  const { plannedTravelSeconds: _seconds, plannedTravelMetres: _metres, ...still } = rest;
  return { ...still, status: 'dispatched' };
};
