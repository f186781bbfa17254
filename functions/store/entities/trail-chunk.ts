import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { shortText } from '../../../shared/model/scalar.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  technicianId: idOf('technician'),
  /** The beginning of its ten minutes. */
  beginsAt: instant,
  device: shortText,
  version: z.int(),
  /** Fixes as packed-fixes.ts writes them. */
  packed: z.string(),
  expiresAt: instant,
});
/** Some minutes of one device's trail in one small item, kept for a limited time. */
export type TrailChunk = z.infer<typeof schema>;

export const trailChunkEntity = defineEntity<TrailChunk, Pick<TrailChunk, 'technicianId' | 'beginsAt' | 'device'>>({
  name: 'trail-chunk',
  schema,
  key: ({ technicianId, beginsAt, device }) => ({
    partition: ['TECHNICIAN', technicianId],
    sort: `TRAIL#${beginsAt}#${device}`,
  }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
