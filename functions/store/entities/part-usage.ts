import { partUsageSchema, type PartUsage } from '../../../shared/model/stock.ts';
import { defineEntity } from '../entity.ts';

export const partUsageEntity = defineEntity<PartUsage, Pick<PartUsage, 'appointmentId' | 'id'>>({
  name: 'part-usage',
  schema: partUsageSchema,
  key: ({ appointmentId, id }) => ({ partition: ['APPOINTMENT', appointmentId], sort: `USAGE#${id}` }),
});
