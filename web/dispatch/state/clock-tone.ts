import type { SlaClock } from '../../../shared/model/sla.ts';

export type ClockTone = 'fine' | 'risk' | 'late' | 'waiting' | 'done';

/** Fine until three quarters of its time have passed; late from its breach. It goes on by itself from when it was asked. */
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
