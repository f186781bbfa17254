import type { Appointment } from '../../../shared/model/appointment.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import type { WantedMove } from '../state/send-moves.ts';
import { everySoftRule } from '../state/soft-rules.ts';
import { standingPlace } from '../state/standing-place.ts';
import type { EmergencyOffer } from './emergency-offers.ts';

/** Sends the technician: the emergency in its place and all who must wait for it in theirs, in one step that Z takes back, then told to him. */
export const sendToEmergency = async (
  desk: ConsoleState,
  appointment: Appointment,
  { technicianId, arrivesAt, costs }: EmergencyOffer,
): Promise<boolean> => {
  const emergency: WantedMove = {
    appointment,
    to: { technicianIds: [technicianId], plannedStartAt: instant(arrivesAt), despite: everySoftRule },
  };
  const others = costs.map(({ appointment: other, newStart }): WantedMove => {
    const stands = standingPlace(other);
    if (newStart === undefined || !stands) return { appointment: other, to: null };
    return { appointment: other, to: { ...stands, plannedStartAt: instant(newStart), despite: everySoftRule } };
  });
  const told = t('done.assigned', { name: desk.nameOf(technicianId), time: desk.format.time(arrivesAt) });
  if (!(await desk.commands.move([emergency, ...others], told))) return false;
  await desk.commands.dispatch(appointment);
  return true;
};

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
