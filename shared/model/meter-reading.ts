import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { instant } from './time.ts';

/** What a meter of an asset showed; added, never changed. */
export const meterReadingSchema = z.strictObject({
  id: idOf('meterReading'),
  assetId: idOf('asset'),
  appointmentId: idOf('appointment'),
  /** Which of its meters, as it is called on the machine. */
  meter: shortText,
  reading: wholeNumber,
  at: instant,
  by: shortText,
  /** Lower than one before it: a new meter, or a slip. */
  isBelowLast: z.optional(z.boolean()),
});
export type MeterReading = z.infer<typeof meterReadingSchema>;
