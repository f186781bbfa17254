import type { StockLevel } from '../../../shared/model/stock.ts';

/** How much of each part lies there, by part id. */
export const quantitiesOf = (levels: readonly StockLevel[]): ReadonlyMap<string, number> =>
  new Map(levels.map(({ partId, quantity }) => [partId, quantity]));
