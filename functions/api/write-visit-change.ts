import type { Appointment } from '../../shared/model/appointment.ts';
import { isFinished } from '../../shared/rules/appointment-lifecycle.ts';
import { followUpOf } from '../../shared/rules/mutations/follow-up-of.ts';
import type { VisitChange } from '../../shared/rules/mutations/visit-rule.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../store/entities/asset-appointment.ts';
import { timeEntryEntity } from '../store/entities/time-entry.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { actorOf } from './actor-of.ts';
import { followWorkOrder } from './follow-work-order.ts';
import { endGuards, freeGuards } from './free-guards.ts';
import type { StaffAsked } from './route.ts';

/** Writes what a rule decided about an appointment, with what follows from it for time sheet, guards, work order and history. */
export const writeVisitChange = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  change: VisitChange,
): Promise<Appointment> => {
  const after = change.appointment ? work.update(appointmentEntity, before, change.appointment) : before;
  for (const entry of change.timeEntries ?? []) work.add(timeEntryEntity, entry);
  const followUp = change.followUp && makeFollowUp(asked, work, before, change.followUp.text);
  if (after.status !== before.status || followUp) {
    await followWorkOrder(asked, work, after, followUp ? [followUp] : []);
  }
  if (isFinished(after.status) && after.status !== before.status) await endGuards(asked, work, after);
  const gone = before.assignments.filter(
    (one) => !after.assignments.some((each) => each.technicianId === one.technicianId),
  );
  if (gone.length > 0) await freeGuards(asked, work, { ...before, assignments: gone });
  work.record(before.id, change.event, actorOf(asked.caller), { ...change.facts });
  return after;
};

const makeFollowUp = ({ deps, now }: StaffAsked, work: UnitOfWork, before: Appointment, text: string): Appointment => {
  const made = work.create(appointmentEntity, followUpOf(before, deps.newId('appointment'), now));
  if (made.assetId !== undefined) {
    work.add(assetAppointmentEntity, { assetId: made.assetId, appointmentId: made.id });
  }
  work.record(
    made.id,
    'appointment.created',
    { kind: 'system', id: 'follow-up', name: 'Follow-up' },
    {
      after: before.id,
      why: text.slice(0, 200),
    },
  );
  return made;
};
