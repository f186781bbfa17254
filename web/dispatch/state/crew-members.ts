import type { Appointment } from '../../../shared/model/appointment.ts';
import { lacksCrew } from '../../../shared/rules/crew-of.ts';
import type { WantedMove } from './send-moves.ts';
import { everySoftRule } from './soft-rules.ts';
import { standingPlace } from './standing-place.ts';

/** Who goes when one more is sent: he joins a crew that is not complete, else he has it alone. */
export const withOneMore = (appointment: Appointment, technicianId: string): string[] => {
  const there = lacksCrew(appointment) ? appointment.assignments.map((one) => one.technicianId) : [];
  return [...there.filter((id) => id !== technicianId), technicianId];
};

/** One of a crew stays away; the others go when they would have gone. */
export const withoutMember = (appointment: Appointment, technicianId: string): WantedMove[] => {
  const stands = standingPlace(appointment);
  const technicianIds = stands?.technicianIds.filter((id) => id !== technicianId) ?? [];
  return stands && technicianIds.length > 0
    ? [{ appointment, to: { ...stands, technicianIds, despite: everySoftRule } }]
    : [{ appointment, to: null }];
};
