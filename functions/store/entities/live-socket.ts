import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  connectionId: z.string(),
  territoryId: idOf('territory'),
  accountId: z.string(),
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
