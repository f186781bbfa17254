import * as endpoints from '../../../shared/protocol/endpoints/appointments.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { cancelAppointment, unscheduleAppointment } from '../../../shared/rules/appointment-planning.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { allSkills } from '../../store/questions/catalogue.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { assignAppointment } from '../assign-appointment.ts';
import { technicianOf } from '../../api/technician-of.ts';
import { followWorkOrder } from '../../api/follow-work-order.ts';
import { freeGuards } from '../../api/free-guards.ts';
import { writeStockChanges } from '../../api/write-stock-changes.ts';
import { requireAllowed } from '../require-allowed.ts';
import { refusalOfAssignment } from '../refusal-of-rule.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const appointmentRoutes: readonly Route[] = [
  staffRoute(endpoints.assignAppointment, (asked) =>
    asked.decide(async () => {
      const { technicianId, plannedStartAt, locked = false, despite = [] } = asked.body;
      const [appointment, technician, skills] = await Promise.all([
        appointmentOf(asked, asked.params.appointmentId),
        technicianOf(asked, technicianId),
        allSkills(asked.deps.table, asked.tenantId),
      ]);
      if (!technician) throw badField('body.technicianId', 'there is no such technician');
      await requireAllowed(asked, appointment, [technicianId], plannedStartAt);
      const skillNames = new Map(skills.map(({ id, name }) => [id, name]));
      const wish = { appointment, technician, plannedStartAt, locked, despite, skillNames };
      const assigned = await assignAppointment(asked, wish);
      if (!assigned.ok) throw refusalOfAssignment(assigned, appointment);
      return { work: assigned.work, answer: assigned.appointment };
    }),
  ),

  staffRoute(endpoints.unassignAppointment, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      return replan(asked, before, unscheduleAppointment(before), 'appointment.unscheduled', {});
    }),
  ),

  staffRoute(endpoints.cancelAppointment, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      const { reason } = asked.body;
      return replan(asked, before, cancelAppointment(before, reason), 'appointment.cancelled', { reason });
    }),
  ),
];

type Replanned = ReturnType<typeof cancelAppointment>;

/** What taking back and cancelling have in common: the time is free again, and the work order follows. */
const replan = async (
  asked: StaffAsked,
  before: Appointment,
  replanned: Replanned,
  event: 'appointment.unscheduled' | 'appointment.cancelled',
  facts: Record<string, string>,
) => {
  if (!replanned.ok) throw new Refusal('wrong-state', { detail: `It is already ${before.status}.`, present: before });
  const work = asked.begin();
  const answer = work.update(appointmentEntity, before, replanned.appointment);
  await writeStockChanges(asked, work, [{ before, after: answer }]);
  await freeGuards(asked, work, before);
  await followWorkOrder(asked, work, answer);
  work.record(answer.id, event, actorOf(asked.caller), facts);
  return { work, answer };
};
