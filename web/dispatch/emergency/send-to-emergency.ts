import type { Appointment } from '../../../shared/model/appointment.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import { t } from '../messages.ts';
import { candidateMoves } from '../state/candidate-moves.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { knownAppointment } from '../state/known-appointment.ts';
import type { EmergencyOffer } from './emergency-offers.ts';

/** Sends the technician: the emergency in its place and all who must wait for it in theirs, in one step that Z takes back, then told to him. */
export const sendToEmergency = async (
  desk: ConsoleState,
  appointment: Appointment,
  offer: EmergencyOffer,
): Promise<boolean> => {
  const { technicianId, plannedStartAt } = offer;
  const moves = candidateMoves(appointment, offer, (id) => knownAppointment(desk, id));
  if (!moves) {
    toasts.show({ tone: 'late', text: t('problem.changed-meanwhile') });
    return false;
  }
  const { technicianIds = [technicianId] } = offer;
  const name = technicianIds.map((id) => desk.nameOf(id)).join(' + ');
  const told = t('done.assigned', { name, time: desk.format.time(plannedStartAt) });
  if (!(await desk.commands.move(moves, told))) return false;
  await desk.commands.dispatch(appointment);
  if (offer.moves.length > 0) {
    desk.disturbed = { technicianId, appointmentIds: offer.moves.map(({ appointmentId }) => appointmentId) };
  }
  return true;
};
