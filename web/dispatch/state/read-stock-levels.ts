import type { Api } from '../../api/api.ts';
import type { StockLevel } from '../../../shared/model/stock.ts';
import { listStockLevels } from '../../../shared/protocol/endpoints/stock.ts';

/** Everything that lies at a place of stock. */
export const readStockLevels = async (api: Api, stockLocationId: string): Promise<StockLevel[]> => {
  const all: StockLevel[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
    const page = await api.call(listStockLevels, { params: { stockLocationId }, query });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
};
