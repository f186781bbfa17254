import type { Appointment } from '../../../shared/model/appointment.ts';
import { reservedParts } from '../../../shared/rules/reserved-parts.ts';

/** When a technician is away to fetch what an appointment needs, and where. */
export const pickupTime = (appointment: Appointment, technicianId: string) =>
  appointment.assignments[0]?.technicianId === technicianId
    ? reservedParts(appointment).map(({ plannedStartAt: from, plannedEndAt: to, place }) => ({
        ...{ kind: 'pickup' as const, id: appointment.id, from, to },
        location: place.location,
      }))
    : [];
