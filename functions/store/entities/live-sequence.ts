import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

// Loose: earlier ones carry a version, which nobody asks for any more.
const schema = z.object({
  territoryId: idOf('territory'),
  /** The number of the newest frame. */
  sequence: z.int(),
});
/** The counter of a territory's numbered frames. */
export type LiveSequence = z.infer<typeof schema>;

export const liveSequenceEntity = defineEntity<LiveSequence, Pick<LiveSequence, 'territoryId'>>({
  name: 'live-sequence',
  schema,
  key: ({ territoryId }) => ({ partition: ['LIVE', territoryId], sort: 'SEQUENCE' }),
});
