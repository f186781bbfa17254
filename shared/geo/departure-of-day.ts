import type { Day, Instant } from '../model/time.ts';
import { dayBounds } from './zoned-time.ts';

/** Noon stands for a day that lies ahead, where one table serves all of it. */
const middayMilliseconds = 12 * 3_600_000;

/** Epoch milliseconds of leaving for a whole day's ways: noon of the day, or now where that is later. */
export const departureOfDay = (day: Day, timeZone: string, now: Instant): number =>
  Math.max(Date.parse(now), Date.parse(dayBounds(day, timeZone).from) + middayMilliseconds);
