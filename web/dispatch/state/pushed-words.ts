import type { PushedAppointment } from '../../../shared/model/candidate-place.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { knownAppointment } from './known-appointment.ts';

/** Another customer who must wait, by name: how much longer, and whether that breaks what was promised to him. */
export const pushedWords = (
  desk: ConsoleState,
  { appointmentId, delaySeconds, breaksPromise }: PushedAppointment,
): string => {
  const other = knownAppointment(desk, appointmentId);
  const who = other ? `${other.subject} (${other.contact.name})` : appointmentId;
  const by = desk.format.duration(delaySeconds);
  return t(breaksPromise ? 'emergency.breaks' : 'emergency.delays', { who, by });
};
