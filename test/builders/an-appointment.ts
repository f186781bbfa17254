import { appointmentSchema, type Appointment } from '../../shared/model/appointment.ts';
import { boilerSkillId } from './a-technician.ts';
import { homeTerritoryId } from './a-territory.ts';
import { aRecord, anId } from './an-id.ts';

/** The Tuesday on which most tests play; in Boston 08:00 is 12:00Z. */
export const tuesday = '2026-05-12';

/** An hour of boiler work, unscheduled, due on Tuesday at 17:00 in Boston. */
export const anAppointment = (changes: Partial<Appointment> = {}): Appointment =>
  appointmentSchema.parse({
    ...aRecord('appointment'),
    workOrderId: anId('workOrder'),
    workOrderNumber: 'WO-7K3F9QZM',
    serviceRequestId: anId('serviceRequest'),
    territoryId: homeTerritoryId,
    workTypeId: anId('workType'),
    status: 'unscheduled',
    subject: 'No hot water',
    contact: { name: 'Ines Okafor', phone: '+16175550188' },
    place: { location: [-71.07, 42.35], addressText: '12 Beacon Street' },
    priority: 'normal',
    durationSeconds: 3600,
    skillRequirements: [{ skillId: boilerSkillId, level: 2 }],
    partRequirements: [],
    earliestStartAt: '2026-05-12T11:00:00.000Z',
    dueBy: '2026-05-12T21:00:00.000Z',
    assignments: [],
    tasks: [],
    ...changes,
  });

/** The same, given to a technician on Tuesday from an instant on. */
export const anAssignedAppointment = (
  technicianId: string,
  plannedStartAt: string,
  changes: Partial<Appointment> = {},
): Appointment => {
  const unassigned = anAppointment(changes);
  const plannedEndAt = new Date(Date.parse(plannedStartAt) + unassigned.durationSeconds * 1000).toISOString();
  return appointmentSchema.parse({
    ...unassigned,
    status: changes.status ?? 'scheduled',
    day: changes.day ?? tuesday,
    assignments: [{ technicianId, plannedStartAt, plannedEndAt, locked: false }],
  });
};
