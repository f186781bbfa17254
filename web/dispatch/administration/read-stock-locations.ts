import type { Api } from '../../api/api.ts';
import type { StockLocation } from '../../../shared/model/stock.ts';
import { listStockLocations } from '../../../shared/protocol/endpoints/catalogue.ts';

/** Every place of stock, by name. */
export const readStockLocations = async (api: Api): Promise<StockLocation[]> => {
  const all: StockLocation[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
    const page = await api.call(listStockLocations, { query });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all.sort((a, b) => a.name.localeCompare(b.name));
};
