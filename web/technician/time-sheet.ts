import type { TimeEntry } from '../../shared/model/time-entry.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';

export const secondsOf = ({ from, to }: Pick<TimeEntry, 'from' | 'to'>): number =>
  (Date.parse(to) - Date.parse(from)) / 1000;

/** The entries of a day in their order, and the seconds they make. */
export const timeSheetOf = (entries: readonly TimeEntry[], day: string, timeZone: string) => {
  const lines = entries
    .filter(({ from }) => dayOf(from, timeZone) === day)
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
  return { lines, seconds: lines.reduce((sum, line) => sum + secondsOf(line), 0) };
};
