import { meterReadingSchema, type MeterReading } from '../../../shared/model/meter-reading.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its asset. */
export const meterReadingEntity = defineEntity<MeterReading, Pick<MeterReading, 'assetId' | 'id'>>({
  name: 'meter-reading',
  schema: meterReadingSchema,
  key: ({ assetId, id }) => ({ partition: ['ASSET', assetId], sort: `READING#${id}` }),
});
