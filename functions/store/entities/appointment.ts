import { appointmentSchema, type Appointment } from '../../../shared/model/appointment.ts';
import { defineEntity } from '../entity.ts';

/** Stands on the board of its day, or among the waiting work of its territory; its work order names it. */
export const appointmentEntity = defineEntity<Appointment, Pick<Appointment, 'id'>>({
  name: 'appointment',
  schema: appointmentSchema,
  key: ({ id }) => ({ partition: ['APPOINTMENT', id], sort: 'APPOINTMENT' }),
  gsi2: ({ id, territoryId, day, assignments: [first] }) =>
    day === undefined || first === undefined
      ? undefined
      : { partition: ['TERRITORY', territoryId, 'DAY', day], sort: `APPOINTMENT#${first.plannedStartAt}#${id}` },
  gsi3: ({ id, status, territoryId, dueBy }) =>
    status === 'unscheduled' ? { partition: ['BACKLOG', territoryId], sort: `${dueBy}#${id}` } : undefined,
});
