import * as z from 'zod/mini';
import { changesFrame } from '../../../shared/protocol/live-event.ts';
import { instant } from '../../../shared/model/time.ts';
import { padded } from '../keys.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  frame: changesFrame,
  expiresAt: instant,
});
/** A numbered frame, kept for an hour for consoles that missed it. */
export type LiveFrame = z.infer<typeof schema>;

export const liveFrameEntity = defineEntity<LiveFrame, Pick<LiveFrame, 'frame'>>({
  name: 'live-frame',
  schema,
  key: ({ frame: { territoryId, sequence } }) => ({
    partition: ['LIVE', territoryId],
    sort: `FRAME#${padded(sequence)}`,
  }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
