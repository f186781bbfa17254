import type { VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import type { DayState } from './day-state.svelte.ts';
import { t } from './messages.ts';

type Refused = Pick<VisitRefusal, 'reason' | 'taskKeys'> & { readonly detail?: string | undefined };

/** Why a change was refused, by phone or server, in the reader's language and with the figures that stand now. */
export const refusalWords = ({ reason, detail, taskKeys = [] }: Refused, about: About, day: DayState): string => {
  const stop = day.stop(about.appointmentId);
  switch (reason) {
    case 'wrong-state':
      return t('refusal.wrong-state', { status: t(`status.${stop?.status ?? 'unscheduled'}`) });
    case 'stock-too-low':
      return t('refusal.stock-too-low', { quantity: quantityOnVan(day, about.partId) });
    case 'task-required': {
      const labels = taskKeys.map((key) => stop?.tasks.find((task) => task.key === key)?.label ?? key);
      return labels.length === 0
        ? t('refusal.open-task')
        : t('stepsOpen', { count: labels.length, steps: labels.join(', ') });
    }
    default:
      return isKnown(reason) ? t(`refusal.${reason}`) : (detail ?? t('refusedAnyway'));
  }
};

interface About {
  readonly appointmentId: string;
  readonly partId?: unknown;
}

const known = [
  'not-assigned-to-you',
  'no-assignment',
  'outcome-required',
  'in-the-future',
  'too-long-ago',
  'before-step-before',
  'unknown-task',
  'wrong-answer',
  'unknown-part',
  'no-van',
  'nothing-to-fetch',
  'source-too-low',
  'already-running',
  'not-running',
  'time-reversed',
  'too-long',
  'other-asset',
  'already-assigned',
  'double-booking',
  'excluded',
  'not-found',
  'not-kept',
] as const;
const isKnown = (reason: string): reason is (typeof known)[number] => known.some((one) => one === reason);

export const quantityOnVan = (day: DayState, partId: unknown): number =>
  day.view?.stock.find((level) => level.partId === partId)?.quantity ?? 0;
