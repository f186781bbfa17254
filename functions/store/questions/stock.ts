import type { StockLevel, StockMovement } from '../../../shared/model/stock.ts';
import { stockLevelEntity } from '../entities/stock-level.ts';
import { stockMovementEntity } from '../entities/stock-movement.ts';
import type { Table } from '../table-client.ts';
import { type Page, type PageRequest, foreignCursor, pageOf } from './page.ts';
import { readItems } from './read-items.ts';

export const stockLevels = (table: Table, tenantId: string, stockLocationId: string, request: PageRequest) =>
  pageOf(
    table,
    stockLevelEntity,
    { tenantId, partition: ['STOCK-LOCATION', stockLocationId], beginsWith: 'LEVEL#' },
    request,
  );

export const vanStock = async (table: Table, tenantId: string, stockLocationId: string): Promise<StockLevel[]> =>
  readItems(
    stockLevelEntity,
    await table.all({ tenantId, partition: ['STOCK-LOCATION', stockLocationId], beginsWith: 'LEVEL#' }),
  );

/** The same as it stands this moment. */
export const vanStockNow = async (table: Table, tenantId: string, stockLocationId: string): Promise<StockLevel[]> =>
  readItems(
    stockLevelEntity,
    await table.all({
      tenantId,
      partition: ['STOCK-LOCATION', stockLocationId],
      beginsWith: 'LEVEL#',
      consistent: true,
    }),
  );

/** Levels of some parts on many vans in one BatchGet, instead of every van's whole stock. */
export const stockOf = (
  table: Table,
  tenantId: string,
  stockLocationIds: readonly string[],
  partIds: readonly string[],
): Promise<StockLevel[]> =>
  table.getMany(
    stockLevelEntity,
    tenantId,
    stockLocationIds.flatMap((stockLocationId) => partIds.map((partId) => ({ stockLocationId, partId }))),
  );

export const whoHasPart = async (table: Table, tenantId: string, partId: string): Promise<StockLevel[]> =>
  readItems(stockLevelEntity, await table.all({ tenantId, index: 'gsi1', partition: ['PART', partId] }));

export const stockMovements = (
  table: Table,
  tenantId: string,
  stockLocationId: string,
  request: PageRequest,
): Promise<Page<StockMovement> | typeof foreignCursor> =>
  pageOf(
    table,
    stockMovementEntity,
    {
      tenantId,
      partition: ['STOCK-LOCATION', stockLocationId],
      beginsWith: 'MOVEMENT#',
      newestFirst: true,
    },
    request,
  );
