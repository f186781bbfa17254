import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { position } from './place.ts';
import { instant } from './time.ts';

/** One reading of a device's position. Speed in metres a second, heading in degrees clockwise from north, accuracy as a radius in metres. */
export const positionFix = z.strictObject({
  at: instant,
  location: position,
  accuracyMetres: z.number().check(z.nonnegative(), z.maximum(100_000)),
  speedMetresPerSecond: z.optional(z.number().check(z.nonnegative(), z.maximum(120))),
  headingDegrees: z.optional(z.number().check(z.minimum(0), z.maximum(360))),
  batteryPercent: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
});
export type PositionFix = z.infer<typeof positionFix>;

/** When a technician on the way is expected: the span holds in four of five drives. */
export const etaSchema = z.strictObject({
  expectedAt: instant,
  from: instant,
  to: instant,
  /** True while travel times are estimated from the straight line, not from roads. */
  estimate: z.boolean(),
});
export type Eta = z.infer<typeof etaSchema>;

/** The newest accepted fix of a technician; a fix that is not newer never replaces it. */
export const latestPositionSchema = z.strictObject({
  technicianId: idOf('technician'),
  territoryId: idOf('territory'),
  fix: positionFix,
  /** The appointment travelled to or worked on when the fix was taken. */
  appointmentId: z.optional(idOf('appointment')),
  receivedAt: instant,
  /** While he travels to that appointment. */
  eta: z.optional(etaSchema),
  /** Since when he seems to be at its place, and since when he seems to have left it; he confirms both himself. */
  seemsArrivedAt: z.optional(instant),
  seemsLeftAt: z.optional(instant),
});
export type LatestPosition = z.infer<typeof latestPositionSchema>;
