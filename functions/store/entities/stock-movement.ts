import { stockMovementSchema, type StockMovement } from '../../../shared/model/stock.ts';
import { defineEntity } from '../entity.ts';

export const stockMovementEntity = defineEntity<StockMovement, Pick<StockMovement, 'stockLocationId' | 'id'>>({
  name: 'stock-movement',
  schema: stockMovementSchema,
  key: ({ stockLocationId, id }) => ({ partition: ['STOCK-LOCATION', stockLocationId], sort: `MOVEMENT#${id}` }),
});
