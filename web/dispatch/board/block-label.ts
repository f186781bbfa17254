import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';
import type { BoardBlock } from '../state/board-rows.ts';
import type { Urgency } from '../state/tone-of.ts';

/** Everything that the block shows by place and colour, in words. */
export const blockLabel = (
  { appointment, from, to }: BoardBlock,
  number: number,
  urgency: Urgency,
  technicianId: string,
  format: Format,
): string => {
  const isLocked = appointment.assignments.some((one) => one.technicianId === technicianId && one.locked);
  return [
    `${number} ${appointment.subject}`,
    appointment.contact.name,
    format.timeSpan(from, to),
    t(`status.${appointment.status}`),
    ...(urgency === 'fine' ? [] : [t(`urgency.${urgency}`)]),
    ...(isLocked ? [t('locked')] : []),
  ].join(' · ');
};
