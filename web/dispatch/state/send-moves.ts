import type { Api } from '../../api/api.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import {
  mostMovesTogether,
  moveAppointments,
  type AppointmentMove,
} from '../../../shared/protocol/endpoints/appointment-moves.ts';
import type { SoftReason } from '../../../shared/rules/assignment.ts';

export interface WantedMove {
  readonly appointment: Appointment;
  /** Null puts it back among the unscheduled. */
  readonly to: WantedPlace | null;
}
export interface WantedPlace {
  readonly technicianIds: readonly string[];
  readonly plannedStartAt: string;
  readonly durationSeconds?: number;
  readonly locked?: boolean;
  readonly despite?: readonly SoftReason[];
}

type Sent =
  | { readonly appointments: readonly Appointment[] }
  /** What was done before it was refused stands. */
  | { readonly appointments: readonly Appointment[]; readonly fault: unknown };

/** Asks for the moves, as many as go in one transaction at a time. */
export const sendMoves = async (api: Api, wanted: readonly WantedMove[]): Promise<Sent> => {
  const done: Appointment[] = [];
  for (let i = 0; i < wanted.length; i += mostMovesTogether) {
    const moves = wanted.slice(i, i + mostMovesTogether).map(asMove);
    try {
      const { appointments } = await api.call(moveAppointments, { body: { moves } });
      done.push(...appointments);
    } catch (fault) {
      return { appointments: done, fault };
    }
  }
  return { appointments: done };
};

const asMove = ({ appointment: { id, version }, to }: WantedMove): AppointmentMove => {
  if (!to) return { appointmentId: id, version, to };
  const { technicianIds, despite = [], ...rest } = to;
  return { appointmentId: id, version, to: { ...rest, technicianIds: [...technicianIds], despite: [...despite] } };
};
