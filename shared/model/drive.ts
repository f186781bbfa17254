import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { position } from './place.ts';
import { wholeNumber } from './scalar.ts';
import { instant } from './time.ts';
import { travelSource } from './travel-pace.ts';

/** A way to an appointment as it was really driven, told by positions alone: one for each appointment that was reached. */
export const driveSchema = z.strictObject({
  technicianId: idOf('technician'),
  territoryId: idOf('territory'),
  appointmentId: idOf('appointment'),
  from: position,
  to: position,
  leftAt: instant,
  arrivedAt: instant,
  seconds: wholeNumber,
  /** Along the fixes. */
  metres: wholeNumber,
  /** What was expected when he left, and by which source. */
  expectedSeconds: wholeNumber,
  source: travelSource,
  /** In the territory's zone when he left: the hour from 0, and the weekday with Monday as 1. */
  hour: z.int().check(z.minimum(0), z.maximum(23)),
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  /** Whether the span held that was told while most of the way was left. */
  spanHeld: z.optional(z.boolean()),
  expiresAt: instant,
});
export type Drive = z.infer<typeof driveSchema>;
