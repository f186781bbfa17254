import { addSeconds, secondsBetween } from '../../geo/instant-arithmetic.ts';
import type { Appointment } from '../../model/appointment.ts';
import type { Draft } from '../../model/entity.ts';
import type { Instant } from '../../model/time.ts';

/** A follow-up of what is overdue is given this much. */
const leastSeconds = 86_400;

/** What is left of an appointment as one of its own that nobody has yet: the same work, its checklist open again, due when the first was or a day from now. */
export const followUpOf = (appointment: Appointment, id: string, now: Instant): Draft<Appointment> => {
  const { workOrderId, workOrderNumber, serviceRequestId, territoryId, workTypeId, customerId, assetId } = appointment;
  const { subject, contact, place, priority, durationSeconds, crewSize, skillRequirements, partRequirements } =
    appointment;
  const isDueSoon = secondsBetween(now, appointment.dueBy) < leastSeconds;
  return {
    id,
    workOrderId,
    workOrderNumber,
    serviceRequestId,
    territoryId,
    workTypeId,
    ...(customerId !== undefined && { customerId }),
    ...(assetId !== undefined && { assetId }),
    status: 'unscheduled',
    subject,
    contact,
    place,
    priority,
    durationSeconds,
    ...(crewSize !== undefined && { crewSize }),
    skillRequirements,
    partRequirements,
    earliestStartAt: now,
    dueBy: isDueSoon ? addSeconds(now, leastSeconds) : appointment.dueBy,
    assignments: [],
    tasks: appointment.tasks.map(({ key, label, answer, unit, required }) => ({
      key,
      label,
      answer,
      required,
      ...(unit !== undefined && { unit }),
    })),
  };
};
