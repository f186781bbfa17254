import type { Appointment } from '../../../shared/model/appointment.ts';
import type { CandidateCrew } from '../../../shared/protocol/endpoints/appointments.ts';
import { despiteOf, pushedMoves } from './candidate-moves.ts';
import type { WantedMove } from './send-moves.ts';

/** What sending a whole crew does: all of its members at one moment, and all who must wait for it, in one step. */
export const crewMoves = (
  appointment: Appointment,
  { members, plannedStartAt }: CandidateCrew,
  known: (appointmentId: string) => Appointment | undefined,
): WantedMove[] | undefined => {
  const despite = [...new Set(members.flatMap(despiteOf))];
  const others = pushedMoves(
    members.flatMap(({ moves }) => moves),
    known,
  );
  const technicianIds = members.map(({ technicianId }) => technicianId);
  return others && [{ appointment, to: { technicianIds, plannedStartAt, despite } }, ...others];
};
