import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { contentHash } from './photo.ts';
import { instant } from './time.ts';

/**
 * A door for a customer without an account. `report` lets him enter a request (for one asset, when named), `visit` lets him
 * follow one appointment, `quote` lets him approve or refuse one quote. Only the hash of its 32 random bytes is kept.
 */
export const customerLinkSchema = z.strictObject({
  ...recordOf('customerLink'),
  scope: z.enum(['report', 'visit', 'quote']),
  tokenHash: contentHash,
  appointmentId: z.optional(idOf('appointment')),
  assetId: z.optional(idOf('asset')),
  authorisationId: z.optional(idOf('authorisation')),
  expiresAt: z.optional(instant),
  revokedAt: z.optional(instant),
});
export type CustomerLink = z.infer<typeof customerLinkSchema>;
