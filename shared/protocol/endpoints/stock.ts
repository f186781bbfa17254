import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { count, shortText } from '../../model/scalar.ts';
import { stockLevelSchema, stockMovementSchema } from '../../model/stock.ts';
import { endpoint, everyStaff, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const params = z.strictObject({ stockLocationId: idOf('stockLocation') });

export const listStockLevels = endpoint({
  method: 'GET',
  path: '/v1/stock-locations/{stockLocationId}/levels',
  summary: 'What lies at a place',
  access: everyStaff,
  params,
  query: z.strictObject(pageQuery),
  response: pageOf(stockLevelSchema),
});

export const listStockMovements = endpoint({
  method: 'GET',
  path: '/v1/stock-locations/{stockLocationId}/movements',
  summary: 'The ledger of a place, newest first',
  access: staff('clerk', 'dispatcher', 'manager', 'administrator'),
  params,
  query: z.strictObject(pageQuery),
  response: pageOf(stockMovementSchema),
});

export const receiveStock = endpoint({
  method: 'POST',
  path: '/v1/stock-locations/{stockLocationId}/receipts',
  summary: 'Book parts into a place',
  access: staff('clerk', 'administrator'),
  params,
  body: z.strictObject({ partId: idOf('part'), quantity: count, remark: z.optional(shortText) }),
  response: stockLevelSchema,
  status: 201,
});
