import type { Format } from '../../ui/format.ts';
import type { SlaClock } from '../../../shared/model/sla.ts';
import { t } from '../messages.ts';

const nearMilliseconds = 3 * 3_600_000;
const dayMilliseconds = 20 * 3_600_000;
const weekMilliseconds = 6 * 86_400_000;

/** The same as a sentence of its own: due in 20 min, 5 min late. */
export const dueSentence = (dueBy: string, now: number, format: Format): string => {
  const words = dueWords(dueBy, now, format);
  return Date.parse(dueBy) < now ? words : t('due.by', { when: words });
};

/** What is promised first and how long is left, as a queue's row has room for: arrival in 4h 40 min; stands still. */
export const clockDueWords = ({ kind, dueAt }: SlaClock, now: number, format: Format): string =>
  dueAt === undefined ? t('clock.stands') : t(`clock.${kind}`, { when: countdown(dueAt, now, format) });

/** How long is left of what is due within a day. */
const countdown = (dueAt: string, now: number, format: Format): string => {
  const left = Date.parse(dueAt) - now;
  if (left < 0 || left >= dayMilliseconds) return dueWords(dueAt, now, format);
  return t('due.in', { left: format.duration(left / 1000) });
};

/** Near: how long is left. Today: the time. This week: the weekday with the time. Else the day. Past: by how much. */
export const dueWords = (dueBy: string, now: number, format: Format): string => {
  const left = Date.parse(dueBy) - now;
  if (left < -dayMilliseconds) return t('due.lateSince', { day: format.dayAndTime(dueBy) });
  if (left < 0) return t('due.late', { by: format.duration(left / 1000) });
  if (left < nearMilliseconds) return t('due.in', { left: format.duration(left / 1000) });
  if (left < dayMilliseconds) return format.time(dueBy);
  return left < weekMilliseconds ? format.weekdayAndTime(dueBy) : format.dayAndTime(dueBy);
};
