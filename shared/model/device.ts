import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { contentHash } from './photo.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

/** The tracker apps that are understood: Traccar Client, OsmAnd's online tracking, OwnTracks in HTTP mode. */
export const trackerApp = z.enum(['traccar', 'osmand', 'owntracks']);
export type TrackerApp = z.infer<typeof trackerApp>;

/** What a technician carries beside the phone app and what sends his positions; only the hash of its secret is kept. */
export const deviceSchema = z.strictObject({
  ...recordOf('device'),
  technicianId: idOf('technician'),
  app: trackerApp,
  name: shortText,
  addedBy: shortText,
  secretHash: contentHash,
  /** To within a few minutes: it is no position. */
  lastSeenAt: z.optional(instant),
  revokedAt: z.optional(instant),
  /** Which job sites the app was given last. */
  waypointsHash: z.optional(contentHash),
});
export type Device = z.infer<typeof deviceSchema>;
