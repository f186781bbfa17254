import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { positionFix } from '../../../shared/model/position-fix.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  technicianId: idOf('technician'),
  firstFixAt: instant,
  fixes: z.array(positionFix),
  expiresAt: instant,
});
/** A batch of accepted fixes in one item, kept for a limited time. */
export type PositionTrail = z.infer<typeof schema>;

export const positionTrailEntity = defineEntity<PositionTrail, Pick<PositionTrail, 'technicianId' | 'firstFixAt'>>({
  name: 'position-trail',
  schema,
  key: ({ technicianId, firstFixAt }) => ({ partition: ['TECHNICIAN', technicianId], sort: `TRAIL#${firstFixAt}` }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
