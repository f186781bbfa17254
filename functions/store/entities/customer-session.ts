import * as z from 'zod/mini';
import { customerLinkSchema } from '../../../shared/model/customer-link.ts';
import { contentHash } from '../../../shared/model/photo.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  sessionHash: z.string(),
  linkHash: contentHash,
  scope: customerLinkSchema.shape.scope,
  expiresAt: instant,
});
/** An hour of a customer who opened a link; only the hash of its secret is kept. */
export type CustomerSession = z.infer<typeof schema>;

export const customerSessionEntity = defineEntity<CustomerSession, Pick<CustomerSession, 'sessionHash'>>({
  name: 'customer-session',
  schema,
  key: ({ sessionHash }) => ({ partition: ['SESSION', sessionHash], sort: 'SESSION' }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
