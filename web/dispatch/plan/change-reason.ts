import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';

interface Placed {
  readonly plannedStartAt: string;
  readonly plannedEndAt: string;
}

/** Why a re-plan moves an appointment, in words: what it was promised and how far it was, and would be, from that. */
export const changeReason = (appointment: Appointment, to: Placed, isDisturbed: boolean, format: Format): string => {
  const [stands] = appointment.assignments;
  const [before, after] = [stands ? lateSeconds(appointment, stands) : 0, lateSeconds(appointment, to)];
  if (before > 0 && after === 0) return t('replan.reason.inTime', { late: format.duration(before) });
  if (before > after) {
    return t('replan.reason.lessLate', { before: format.duration(before), after: format.duration(after) });
  }
  if (after > before) return t('replan.reason.later', { late: format.duration(after) });
  return t(isDisturbed ? 'replan.reason.better' : 'replan.reason.room');
};

/** Seconds after the window that was told, or over after it is due; the worse of both. */
const lateSeconds = ({ arrivalWindow, dueBy }: Appointment, { plannedStartAt, plannedEndAt }: Placed): number =>
  Math.max(0, secondsAfter(plannedEndAt, dueBy), arrivalWindow ? secondsAfter(plannedStartAt, arrivalWindow.to) : 0);

const secondsAfter = (at: string, limit: string): number => (Date.parse(at) - Date.parse(limit)) / 1000;
