import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { shortText } from '../../../shared/model/scalar.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  connectionId: z.string(),
  territoryId: idOf('territory'),
  accountId: z.string(),
  /** Told to the others who look at the territory. */
  accountName: z.optional(shortText),
  expiresAt: instant,
});
/** A socket that listens to a territory. */
export type LiveSocket = z.infer<typeof schema>;

export const liveSocketEntity = defineEntity<LiveSocket, Pick<LiveSocket, 'territoryId' | 'connectionId'>>({
  name: 'live-socket',
  schema,
  key: ({ territoryId, connectionId }) => ({ partition: ['SOCKETS', territoryId], sort: connectionId }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
