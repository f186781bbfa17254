import { stockLocationSchema, type StockLocation } from '../../../shared/model/stock.ts';
import { defineEntity } from '../entity.ts';

export const stockLocationEntity = defineEntity<StockLocation, Pick<StockLocation, 'id'>>({
  name: 'stock-location',
  schema: stockLocationSchema,
  key: ({ id }) => ({ partition: ['STOCK-LOCATION', id], sort: 'STOCK-LOCATION' }),
  gsi1: ({ name, id }) => ({ partition: ['STOCK-LOCATIONS'], sort: `${name.toLowerCase()}#${id}` }),
});
