import { stockLevelSchema, type StockLevel } from '../../../shared/model/stock.ts';
import { defineEntity } from '../entity.ts';

/** Found by its place, and by its part across all places. */
export const stockLevelEntity = defineEntity<StockLevel, Pick<StockLevel, 'stockLocationId' | 'partId'>>({
  name: 'stock-level',
  schema: stockLevelSchema,
  key: ({ stockLocationId, partId }) => ({ partition: ['STOCK-LOCATION', stockLocationId], sort: `LEVEL#${partId}` }),
  gsi1: ({ partId, stockLocationId }) => ({ partition: ['PART', partId], sort: `LEVEL#${stockLocationId}` }),
});
