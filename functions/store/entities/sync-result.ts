import * as z from 'zod/mini';
import { contentHash } from '../../../shared/model/photo.ts';
import { clientId, mutationResult } from '../../../shared/protocol/sync.ts';
import { defineEntity } from '../entity.ts';
import { padded } from '../keys.ts';

const schema = z.strictObject({
  clientId,
  id: z.int(),
  /** Of what the phone sent, so that a number used for something else is seen. */
  mutationHash: contentHash,
  result: mutationResult,
});
/** What became of one change of a phone: the answer to every repeat of it. */
export type SyncResult = z.infer<typeof schema>;

export const syncResultEntity = defineEntity<SyncResult, Pick<SyncResult, 'clientId' | 'id'>>({
  name: 'sync-result',
  schema,
  key: (ref) => ({ partition: ['SYNC-CLIENT', ref.clientId], sort: `RESULT#${padded(ref.id)}` }),
});
