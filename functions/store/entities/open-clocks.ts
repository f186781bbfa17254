import { openClocksSchema, type OpenClocks } from '../../../shared/model/sla.ts';
import { defineEntity } from '../entity.ts';

/** Stands among its territory's until all of its clocks have ended, and among what the watch looks at while one of them runs. */
export const openClocksEntity = defineEntity<OpenClocks, Pick<OpenClocks, 'workOrderId'>>({
  name: 'open-clocks',
  schema: openClocksSchema,
  key: ({ workOrderId }) => ({ partition: ['CLOCKS', workOrderId], sort: 'CLOCKS' }),
  gsi2: ({ ended, territoryId, workOrderId }) =>
    ended ? undefined : { partition: ['CLOCKS', territoryId], sort: workOrderId },
  gsi3: ({ nextAt, workOrderId }) =>
    nextAt === undefined ? undefined : { partition: ['CLOCKS-DUE'], sort: `${nextAt}#${workOrderId}` },
});
