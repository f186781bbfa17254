import * as z from 'zod/mini';
import { latestPositionSchema, positionFix, type LatestPosition } from '../../../shared/model/position-fix.ts';
import { shortText } from '../../../shared/model/scalar.ts';
import { visitFollowing } from '../../../shared/model/visit-following.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  ...latestPositionSchema.shape,
  /** Which of his devices it came from. */
  device: z.optional(shortText),
  /** A fix too far from the one before to be believed until the next one agrees. */
  suspect: z.optional(positionFix),
  following: z.optional(visitFollowing),
});
/** A technician's newest position with what the next batch must know; both change together or not at all. */
export type KeptPosition = z.infer<typeof schema>;

export const latestPositionEntity = defineEntity<KeptPosition, Pick<KeptPosition, 'technicianId'>>({
  name: 'latest-position',
  schema,
  key: ({ technicianId }) => ({ partition: ['TECHNICIAN', technicianId], sort: 'POSITION' }),
});

/** The part of it that leaves the server. */
export const shownPosition = ({
  device: _device,
  suspect: _suspect,
  following: _following,
  ...shown
}: KeptPosition): LatestPosition => shown;
