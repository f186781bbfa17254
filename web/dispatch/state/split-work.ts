import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { joinAppointment, splitAppointment } from '../../../shared/protocol/endpoints/appointment-work.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import { t } from '../messages.ts';
import type { BoardRowView } from './board-rows.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { problemWords } from './problem-words.ts';

/** Of a shift so much is left for a part: the ways there and back, and a break. */
const besideWorkSeconds = 5400;
const leastSeconds = 3600;

/** How long a part may be, by the longest shift of the day; nothing where it fits into one anyway, or is planned already. */
export const partOfShift = (
  { status, durationSeconds }: Pick<Appointment, 'status' | 'durationSeconds'>,
  {
    rows,
    day,
    zone,
  }: { readonly rows: readonly Pick<BoardRowView, 'shifts'>[]; readonly day: string; readonly zone: string },
): number | undefined => {
  const lengths = rows
    .flatMap(({ shifts }) => shifts)
    .filter(({ from }) => dayOf(from, zone) === day)
    .map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 1000);
  const longest = Math.max(0, ...lengths);
  if (status !== 'unscheduled' || longest === 0 || durationSeconds <= longest) return undefined;
  return Math.max(leastSeconds, longest - besideWorkSeconds);
};

/** Makes divided work one appointment again, and opens it. */
export const joinWork = async (desk: ConsoleState, part: Appointment): Promise<void> => {
  try {
    const { appointments } = await desk.api.call(
      joinAppointment,
      { params: { appointmentId: part.id }, body: {} },
      { ifMatch: part.version },
    );
    desk.board.take({ appointments });
    desk.open(appointments[0]?.id);
    toasts.show({ tone: 'fine', text: t('split.joined', { count: appointments.length }), detail: part.subject });
  } catch (fault) {
    toasts.show({ tone: 'late', text: t('refused.any'), detail: problemWords(fault) });
  }
};

/** Divides work that no shift holds into parts that plans put on days one after the other. */
export const splitWork = async (desk: ConsoleState, appointment: Appointment): Promise<void> => {
  const longestSeconds = partOfShift(appointment, desk);
  if (longestSeconds === undefined) return;
  try {
    const { appointments } = await desk.api.call(
      splitAppointment,
      { params: { appointmentId: appointment.id }, body: { longestSeconds } },
      { ifMatch: appointment.version },
    );
    desk.board.take({ appointments });
    toasts.show({ tone: 'fine', text: t('split.done', { count: appointments.length }), detail: appointment.subject });
  } catch (fault) {
    toasts.show({ tone: 'late', text: t('refused.any'), detail: problemWords(fault) });
  }
};
