import * as z from 'zod/mini';
import { weeklyHours } from './territory.ts';
import { day, timeZone } from './time.ts';

/** When promised time runs: a weekly pattern in a zone, and not on the days off. Without a pattern it always runs. */
export const serviceHours = z.strictObject({
  timeZone,
  weekly: z.array(weeklyHours).check(z.maxLength(21)),
  /** The days off themselves, as the holiday calendar had them. */
  daysOff: z.array(day).check(z.maxLength(500)),
});
export type ServiceHours = z.infer<typeof serviceHours>;
