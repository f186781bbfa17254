import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';
import type { SlaClock } from '../../../shared/model/sla.ts';
import { crewWords } from '../state/crew-words.ts';
import { clockDueWords } from '../state/due-words.ts';
import type { BoardBlock } from '../state/board-rows.ts';
import type { Urgency } from '../state/tone-of.ts';

/** Everything that the block shows by place and colour, in words. */
export const blockLabel = (
  { appointment, from, to, due, told, number }: BoardBlock,
  urgency: Urgency,
  technicianId: string | undefined,
  format: Format,
  /** The promised time that breaches first, and the present. */
  promised?: { readonly clock: SlaClock; readonly now: number } | undefined,
  /** What is fetched for it, in words. */
  fetched: readonly string[] = [],
): string => {
  const { assignments, actualStartAt } = appointment;
  const crew = crewWords(appointment);
  const isLocked = assignments.some((one) => one.locked && (!technicianId || one.technicianId === technicianId));
  return [
    `${number} ${appointment.subject}`,
    appointment.contact.name,
    format.timeSpan(from, to),
    t(`status.${appointment.status}`),
    ...fetched,
    ...(urgency === 'fine' ? [] : [t(`urgency.${urgency}`)]),
    ...(told && !actualStartAt ? [t('block.told', { span: format.timeSpan(told.from, told.to) })] : []),
    t('due.by', { when: format.weekdayAndTime(due) }),
    ...(promised ? [clockDueWords(promised.clock, promised.now, format)] : []),
    ...(crew === undefined ? [] : [crew]),
    ...(isLocked ? [t('locked')] : []),
  ].join(' · ');
};
