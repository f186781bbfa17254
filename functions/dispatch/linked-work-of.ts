import { addSeconds } from '../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { AppointmentMove } from '../../shared/protocol/endpoints/appointment-moves.ts';
import { linkedWork, type LinkedWork } from '../../shared/rules/linked-work.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import type { StaffAsked } from './route.ts';

/** What stands before and after a part of work over several days, those that move together with it as if they stood there already. */
export const linkedWorkOf = async (
  { deps, tenantId }: Pick<StaffAsked, 'deps' | 'tenantId'>,
  { follows, followedBy }: Appointment,
  together: readonly AppointmentMove[] = [],
): Promise<LinkedWork | undefined> => {
  const ids = [follows, followedBy].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  const found = (await appointmentsById(deps.table, tenantId, ids)).map((one) => moved(one, together));
  return linkedWork(
    found.find(({ id }) => id === follows),
    found.find(({ id }) => id === followedBy),
  );
};

const moved = (appointment: Appointment, moves: readonly AppointmentMove[]): Appointment => {
  const move = moves.find(({ appointmentId }) => appointmentId === appointment.id);
  if (!move) return appointment;
  const { to } = move;
  if (!to) return { ...appointment, assignments: [] };
  const { plannedStartAt, durationSeconds = appointment.durationSeconds } = to;
  const span = { plannedStartAt, plannedEndAt: addSeconds(plannedStartAt, durationSeconds), locked: false };
  return { ...appointment, assignments: to.technicianIds.map((technicianId) => ({ technicianId, ...span })) };
};
