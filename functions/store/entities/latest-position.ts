import { latestPositionSchema, type LatestPosition } from '../../../shared/model/position-fix.ts';
import { defineEntity } from '../entity.ts';

export const latestPositionEntity = defineEntity<LatestPosition, Pick<LatestPosition, 'technicianId'>>({
  name: 'latest-position',
  schema: latestPositionSchema,
  key: ({ technicianId }) => ({ partition: ['TECHNICIAN', technicianId], sort: 'POSITION' }),
});
