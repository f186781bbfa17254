import type { Appointment } from '../../shared/model/appointment.ts';
import { isFinished } from '../../shared/rules/appointment-lifecycle.ts';
import { newlyTaken } from '../../shared/rules/stock-changes.ts';
import { followUpOf } from '../../shared/rules/mutations/follow-up-of.ts';
import type { VisitChange } from '../../shared/rules/mutations/visit-rule.ts';
import { Refusal } from '../platform/errors.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../store/entities/asset-appointment.ts';
import { timeEntryEntity } from '../store/entities/time-entry.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { actorOf } from './actor-of.ts';
import { followWorkOrder } from './follow-work-order.ts';
import { endGuards, freeGuards, freePickups } from './free-guards.ts';
import type { StaffAsked } from './route.ts';
import { writeOntoVan, writeStockChanges } from './write-stock-changes.ts';

/** Writes what a rule decided about an appointment, with what follows from it for time sheet, guards, work order and history. */
export const writeVisitChange = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  change: VisitChange,
): Promise<Appointment> => {
  const after = change.appointment ? work.update(appointmentEntity, before, change.appointment) : before;
  if (after !== before) await writeFetched(asked, work, { before, after }, change.stock?.stockLocationId);
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

/** What was reserved for it is on the van now, or free again. */
const writeFetched = async (
  asked: StaffAsked,
  work: UnitOfWork,
  change: { readonly before: Appointment; readonly after: Appointment },
  van: string | undefined,
): Promise<void> => {
  const short = await writeStockChanges(asked, work, [change]);
  if (short) throw new Refusal('stock-too-low', { present: { quantity: short.free } });
  const taken = newlyTaken(change.before, change.after);
  if (van === undefined || taken.length === 0) return;
  await writeOntoVan(asked, work, change, { van, by: asked.caller.name });
  await freePickups(asked, work, change.before, taken);
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
