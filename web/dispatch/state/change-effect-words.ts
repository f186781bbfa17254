import type { PlanChange } from '../../../shared/model/plan.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { knownAppointment } from './known-appointment.ts';

/** What a change does to other customers: each by name with his new time, or that it touches nobody. */
export const changeEffectWords = (desk: ConsoleState, change: PlanChange): string => {
  const { pushed = [], movedAppointments } = change;
  if (movedAppointments === 0) return t('change.nobody');
  const named = pushed.map(({ appointmentId, plannedStartAt }) => {
    const other = knownAppointment(desk, appointmentId);
    const who = other ? `${other.subject} (${other.contact.name})` : appointmentId;
    return t('others.later', { who, time: desk.format.time(plannedStartAt) });
  });
  return [t('change.others', { count: movedAppointments }), ...named].join('; ');
};
