import type { DayState } from './day-state.svelte.ts';
import { t } from './messages.ts';
import type { Unsent } from './outbox.svelte.ts';

/** Why a change was refused, in the reader's language and with the figures that stand now. */
export const problemWords = (entry: Unsent, day: DayState): string => {
  const code = entry.problem?.code ?? 'fault';
  switch (code) {
    case 'wrong-state':
      return t('problem.wrong-state', {
        status: t(`status.${day.stop(entry.appointmentId)?.status ?? 'unscheduled'}`),
      });
    case 'stock-too-low':
      return t('problem.stock-too-low', { quantity: quantityOnVan(day, entry.target) });
    case 'idempotency-key-reused':
      return t('problem.fault');
    case 'link-ended':
      return t('problem.unauthenticated');
    default:
      return t(`problem.${code}`);
  }
};

export const quantityOnVan = (day: DayState, partId: string | undefined): number =>
  day.day?.stock.find((level) => level.partId === partId)?.quantity ?? 0;
