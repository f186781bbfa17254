import type { SlaClock } from '../../../shared/model/sla.ts';
import { waitsForWord } from '../../../shared/rules/authorisation.ts';
import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';

/** So near that its time alone says when. */
const dayMilliseconds = 20 * 3_600_000;

/** How a clock stands now: how long is left or by how much it is late, why it stands still, or how it ended. */
export const clockWords = (clock: SlaClock, now: number, format: Format): string => {
  const { state, dueAt, endedAt, pausedFor } = clock;
  if (state === 'met' && endedAt) return t('clock.met', { at: format.dayAndTime(endedAt) });
  if (state === 'missed' && endedAt) return t('clock.missed', { at: format.dayAndTime(endedAt) });
  if (state === 'cancelled') return t('clock.cancelled');
  if (state === 'paused') return pausedWords(pausedFor);
  if (!dueAt) return t('clock.running');
  const left = Date.parse(dueAt) - now;
  const by = format.duration(left / 1000);
  if (left < 0) return t('clock.late', { by });
  return t('clock.left', { by, at: left < dayMilliseconds ? format.time(dueAt) : format.dayAndTime(dueAt) });
};

const pausedWords = (why: string | undefined): string => {
  if (why === undefined) return t('clock.paused');
  return why === waitsForWord ? t('clock.waitsForWord') : t('clock.pausedFor', { why });
};
