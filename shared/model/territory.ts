import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { area } from './place.ts';
import { roadNetworkName, shortText } from './scalar.ts';
import { timeOfDay, timeZone, weekday } from './time.ts';

/** One stretch of a weekly pattern, in the territory's wall-clock time. */
export const weeklyHours = z
  .strictObject({ weekdays: z.array(weekday).check(z.minLength(1), z.maxLength(7)), from: timeOfDay, to: timeOfDay })
  .check(z.refine((hours) => hours.from < hours.to, { error: 'must end after it begins', path: ['to'] }));
export type WeeklyHours = z.infer<typeof weeklyHours>;

export const territorySchema = z.strictObject({
  ...recordOf('territory'),
  name: shortText,
  area,
  timeZone,
  operatingHours: z.array(weeklyHours).check(z.maxLength(21)),
  /** The name under which its roads were imported; absent: the deployment's network, or the estimate. */
  roadNetwork: z.optional(roadNetworkName),
});
export type Territory = z.infer<typeof territorySchema>;
