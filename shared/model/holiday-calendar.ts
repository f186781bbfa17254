import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { day } from './time.ts';

/** Days off of a country or region, kept as a list so that every device counts the same days. */
export const holidayCalendarSchema = z.strictObject({
  ...recordOf('holidayCalendar'),
  name: shortText,
  days: z.array(z.strictObject({ on: day, name: shortText })).check(z.maxLength(500)),
});
export type HolidayCalendar = z.infer<typeof holidayCalendarSchema>;
