import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Candidate } from '../../../shared/protocol/endpoints/appointments.ts';
import type { SoftReason } from '../../../shared/rules/assignment.ts';
import { withOneMore } from './crew-members.ts';
import type { WantedMove } from './send-moves.ts';
import { everySoftRule } from './soft-rules.ts';
import { standingPlace } from './standing-place.ts';

export interface Chosen extends Pick<
  Candidate,
  'technicianId' | 'plannedStartAt' | 'lateBySeconds' | 'overtimeSeconds' | 'missingPartIds' | 'moves'
> {
  /** Of a whole crew: all who go. */
  readonly technicianIds?: readonly string[];
}

/** What giving it to a candidate does: the appointment in its place and all who must wait for it in theirs, in one step that Z takes back. Nothing where one of them is not known here. */
export const candidateMoves = (
  appointment: Appointment,
  chosen: Chosen,
  known: (appointmentId: string) => Appointment | undefined,
): WantedMove[] | undefined => {
  const { technicianId, plannedStartAt, moves } = chosen;
  const others = pushedMoves(moves, known);
  const technicianIds = chosen.technicianIds ?? withOneMore(appointment, technicianId);
  return others && [{ appointment, to: { technicianIds, plannedStartAt, despite: despiteOf(chosen) } }, ...others];
};

/** The soft rules that a candidate's offer says it breaks. */
const despiteOf = ({
  lateBySeconds,
  overtimeSeconds = 0,
  missingPartIds,
}: Pick<Chosen, 'lateBySeconds' | 'overtimeSeconds' | 'missingPartIds'>): SoftReason[] => [
  ...(lateBySeconds > 0 ? (['after-due-time', 'outside-arrival-window'] as const) : []),
  ...(overtimeSeconds > 0 ? (['off-shift'] as const) : []),
  ...(missingPartIds.length > 0 ? (['part-not-on-van'] as const) : []),
];

/** Others who only begin later: they keep who goes, how long and their lock. */
export const pushedMoves = (
  pushed: readonly { readonly appointmentId: string; readonly plannedStartAt: string }[],
  known: (appointmentId: string) => Appointment | undefined,
): WantedMove[] | undefined => {
  const moves = pushed.flatMap(({ appointmentId, plannedStartAt }): WantedMove[] => {
    const appointment = known(appointmentId);
    const stands = appointment && standingPlace(appointment);
    return appointment && stands ? [{ appointment, to: { ...stands, plannedStartAt, despite: everySoftRule } }] : [];
  });
  return moves.length === pushed.length ? moves : undefined;
};
