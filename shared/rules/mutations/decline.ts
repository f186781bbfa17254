import { unscheduleAppointment } from '../appointment-planning.ts';
import { isPlannable } from '../appointment-lifecycle.ts';
import { noticeOf } from './notice-of.ts';
import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Before he set out a technician may give it back: it waits anew, or stays with the rest of its crew. */
export const decline: VisitRule<'decline'> = (visit, { reason }, doing) => {
  const { appointment } = visit;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const others = appointment.assignments.filter(({ technicianId }) => technicianId !== doing.technicianId);
  const unscheduled = unscheduleAppointment(appointment);
  if (!unscheduled.ok || !isPlannable(appointment.status)) {
    return refused('wrong-state', `It is already ${appointment.status}.`);
  }
  return {
    ok: true,
    appointment: others.length > 0 ? { ...appointment, assignments: others } : unscheduled.appointment,
    notice: noticeOf('declined', visit, doing, { text: reason }),
    event: 'appointment.declined',
    facts: { reason },
  };
};
