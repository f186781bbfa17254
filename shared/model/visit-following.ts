import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { position } from './place.ts';
import { instant } from './time.ts';

/** What a geofence remembers between fixes. */
export const geofenceState = z.strictObject({
  inside: z.boolean(),
  /** The newest fix that counted; older ones are passed over. */
  lastFixAt: z.optional(instant),
  /** Where that was, for devices that tell no speed. */
  lastLocation: z.optional(position),
  /** Since when fixes lie inside, and since when he seems to stand there, while he has not arrived. */
  enteredAt: z.optional(instant),
  stoodAt: z.optional(instant),
  /** Since when, from where on and how often fixes lie beyond the exit radius, while he has not left. */
  exitedAt: z.optional(instant),
  exitedFrom: z.optional(position),
  exitFixes: z.optional(z.int()),
});
export type GeofenceState = z.infer<typeof geofenceState>;

/** What is remembered of the way to an appointment and the stay there, between one batch of fixes and the next. */
export const visitFollowing = z.strictObject({
  appointmentId: idOf('appointment'),
  fence: geofenceState,
  /** Where and when he was last seen before he drove off. */
  from: z.optional(position),
  leftAt: z.optional(instant),
  /** The last fix of the way, and how many metres it was until there. */
  last: z.optional(position),
  metres: z.number(),
  /** The last span told while most of the way was left: the one that is held against the arrival. */
  told: z.optional(z.strictObject({ from: instant, to: instant })),
  /** The way left at the newest fix, as it was believed: the next is held against it. */
  left: z.optional(z.strictObject({ at: instant, seconds: z.number() })),
  arrivedAt: z.optional(instant),
  /** Since when he has been away again. */
  awayAt: z.optional(instant),
});
export type VisitFollowing = z.infer<typeof visitFollowing>;
