import type { SlaClock } from '../../../shared/model/sla.ts';
import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';

export type ClockTone = 'fine' | 'risk' | 'late' | 'waiting' | 'done';

/** How a clock stands now: how long is left or by how much it is late, why it stands still, or how it ended. */
export const clockWords = (clock: SlaClock, now: number, format: Format): string => {
  const { state, dueAt, endedAt, pausedFor } = clock;
  if (state === 'met' && endedAt) return t('clock.met', { at: format.dayAndTime(endedAt) });
  if (state === 'missed' && endedAt) return t('clock.missed', { at: format.dayAndTime(endedAt) });
  if (state === 'cancelled') return t('clock.cancelled');
  if (state === 'paused') return pausedFor ? t('clock.pausedFor', { why: pausedFor }) : t('clock.paused');
  if (!dueAt) return t('clock.running');
  const left = Date.parse(dueAt) - now;
  const by = format.duration(left / 1000);
  if (left < 0) return t('clock.late', { by });
  return t('clock.left', { by, at: format.dayAndTime(dueAt) });
};

/** Fine until three quarters of its time have passed; late from its breach. */
export const clockTone = (clock: SlaClock, now: number): ClockTone => {
  if (clock.state === 'met' || clock.state === 'cancelled') return 'done';
  if (clock.state === 'missed' || clock.state === 'breached') return 'late';
  if (clock.dueAt !== undefined && Date.parse(clock.dueAt) < now) return 'late';
  if (clock.state === 'paused') return 'waiting';
  return passedPercent(clock, now) >= 75 ? 'risk' : 'fine';
};

/** The warnings that are behind it, those included that fell due since it was asked. */
const passedPercent = ({ marks, nextMark }: SlaClock, now: number): number => {
  const last = marks.at(-1)?.percent ?? 0;
  return nextMark && Date.parse(nextMark.at) <= now ? Math.max(last, nextMark.percent) : last;
};
