import { coverageRecordSchema, type CoverageRecord } from '../../../shared/model/coverage-record.ts';
import { defineEntity } from '../entity.ts';

/** Written once and never changed; a work order's records lie together, apart from it, so that it is read without them. */
export const coverageRecordEntity = defineEntity<CoverageRecord, Pick<CoverageRecord, 'workOrderId' | 'sequence'>>({
  name: 'coverage-record',
  schema: coverageRecordSchema,
  key: ({ workOrderId, sequence }) => ({
    partition: ['COVERAGE', workOrderId],
    sort: `RECORD#${String(sequence).padStart(6, '0')}`,
  }),
});
