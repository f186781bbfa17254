import { usePart } from '../../../shared/protocol/endpoints/appointment-work.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { usePart as decideUse } from '../../../shared/rules/mutations/use-part.ts';
import { doingOf } from '../../api/doing-of.ts';
import { refusalOfVisit } from '../../api/refusal-of-visit.ts';
import { visitFacts } from '../../api/visit-facts.ts';
import { writeVisitLines } from '../../api/write-visit-lines.ts';
import { derivedId } from '../../platform/ids.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { technicianOf } from '../../api/technician-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const partUsageRoutes: readonly Route[] = [
  staffRoute(usePart, async (asked) => {
    const { deps, body } = asked;
    const appointment = await appointmentOf(asked, asked.params.appointmentId);
    const vanStockLocationId = await vanOf(asked, appointment);
    const facts = await visitFacts(asked, appointment, body, vanStockLocationId);
    // Derived from the key, so that the same usage is not counted twice even after its first answer is forgotten.
    const usageId = asked.onceKey ? derivedId('partUsage', asked.onceKey) : deps.newId('partUsage');
    const args = { appointmentId: appointment.id, usageId, ...body };
    const decision = decideUse(facts, args, { ...doingOf(asked), vanStockLocationId });
    if (!decision.ok) throw refusalOfVisit(decision, appointment);
    if (!decision.partUsage) throw new Error('A part that was used has no usage');
    const work = asked.begin();
    await writeVisitLines(asked, work, appointment, decision);
    return asked.settle(work, decision.partUsage);
  }),
];

/** The van of the technician who uses it, or of the one on whose behalf it is recorded. */
const vanOf = async (asked: StaffAsked, appointment: Appointment): Promise<string | undefined> => {
  const technicianId = asked.caller.onlyTechnicianId ?? appointment.assignments[0]?.technicianId;
  const technician = technicianId === undefined ? undefined : await technicianOf(asked, technicianId);
  return technician?.vanStockLocationId;
};
