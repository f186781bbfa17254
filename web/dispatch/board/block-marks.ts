import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Urgency } from '../state/tone-of.ts';

/** The signs on a block, so that nothing is said by colour alone: how the promise stands while it can be kept, and what goes on. */
export const blockMarks = (status: Appointment['status'], urgency: Urgency): string =>
  [isFinished(status) ? '' : urgencyMarks[urgency], statusMarks[status] ?? ''].join('');

const urgencyMarks: Readonly<Record<Urgency, string>> = { late: '●', risk: '▲', fine: '' };
const statusMarks: Partial<Record<Appointment['status'], string>> = {
  travelling: '➤',
  completed: '✓',
  'cannot-complete': '✕',
};
