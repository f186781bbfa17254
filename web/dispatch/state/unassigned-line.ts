import type { Appointment } from '../../../shared/model/appointment.ts';
import type { QueueItem } from './queue-items.ts';
import type { Urgency } from './tone-of.ts';

/** An appointment that waits, at the time it is due. */
export interface WaitingBlock {
  readonly appointment: Appointment;
  readonly from: number;
  readonly urgency: Urgency;
}
export interface UnassignedLine {
  readonly id: 'unassigned';
  readonly blocks: readonly WaitingBlock[];
}

/** The board's last line: what waits and is due within a span, by time. */
export const unassignedLineOf = (
  queue: readonly QueueItem[],
  { from, to }: { readonly from: number; readonly to: number },
): UnassignedLine => ({
  id: 'unassigned',
  blocks: queue
    .flatMap((item): WaitingBlock[] =>
      item.kind === 'appointment' && item.appointment.assignments.length === 0
        ? [{ appointment: item.appointment, from: Date.parse(item.dueBy), urgency: item.urgency }]
        : [],
    )
    .filter((block) => block.from >= from && block.from <= to)
    .sort((a, b) => a.from - b.from),
});
