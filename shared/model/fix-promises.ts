import * as z from 'zod/mini';
import { durationSeconds } from './time.ts';

/** Within what time after the request something must be done, by priority. */
export const fixPromises = z.strictObject({
  emergency: durationSeconds,
  high: durationSeconds,
  normal: durationSeconds,
  low: durationSeconds,
});
export type FixPromises = z.infer<typeof fixPromises>;
