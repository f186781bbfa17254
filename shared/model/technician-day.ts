import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { day, instant } from './time.ts';

/** A stretch of a technician's day that is taken. */
export const takenInterval = z.strictObject({
  kind: z.enum(['appointment', 'absence', 'pickup']),
  /** The appointment, the absence, or the appointment that something is fetched for. */
  id: z.string(),
  from: instant,
  to: instant,
});
export type TakenInterval = z.infer<typeof takenInterval>;

/**
 * The guard against double booking: what one technician has on one day. It is written with its version as condition in
 * the same transaction as every assignment, so that of two writes that would overlap one fails.
 */
export const technicianDaySchema = z.strictObject({
  technicianId: idOf('technician'),
  day,
  version: z.int().check(z.nonnegative()),
  intervals: z.array(takenInterval).check(z.maxLength(200)),
});
export type TechnicianDay = z.infer<typeof technicianDaySchema>;
