import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PlanChange } from '../../../shared/model/plan.ts';
import { mostMovesTogether } from '../../../shared/protocol/endpoints/appointment-moves.ts';
import { withOneMore } from './crew-members.ts';
import { pushedMoves } from './candidate-moves.ts';
import type { WantedMove } from './send-moves.ts';
import { everySoftRule } from './soft-rules.ts';

/** Nobody learns a skill by a key, and a customer who refused somebody must be asked first. */
const needsPeople: readonly PlanChange['kind'][] = ['skill', 'permission'];

/** The usual moves that carry a change out, all in one step; nothing where people must do something first or something is not known here. */
export const changeMoves = (
  appointment: Appointment,
  change: PlanChange,
  known: (appointmentId: string) => Appointment | undefined,
): WantedMove[] | undefined => {
  if (needsPeople.includes(change.kind)) return undefined;
  const { technicianId, alongside = [], plannedStartAt, otherAppointmentId } = change;
  const others = pushedMoves(change.pushed ?? [], known);
  const gone = otherAppointmentId === undefined ? [] : goneMove(change, known(otherAppointmentId));
  if (!others || !gone) return undefined;
  const technicianIds = [...new Set([...alongside, ...withOneMore(appointment, technicianId)])];
  const here: WantedMove = {
    appointment,
    to: { technicianIds, plannedStartAt, despite: everySoftRule },
  };
  const all = [here, ...gone, ...others];
  return all.length <= mostMovesTogether ? all : undefined;
};

const goneMove = (
  { otherTechnicianId, otherStartAt }: PlanChange,
  other: Appointment | undefined,
): WantedMove[] | undefined =>
  other && otherTechnicianId !== undefined && otherStartAt !== undefined
    ? [
        {
          appointment: other,
          to: { technicianIds: [otherTechnicianId], plannedStartAt: otherStartAt, despite: everySoftRule },
        },
      ]
    : undefined;
