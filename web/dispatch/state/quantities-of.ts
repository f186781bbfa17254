import type { StockLevel } from '../../../shared/model/stock.ts';

/** How much of each part lies there and is reserved for nobody, by part id. */
export const quantitiesOf = (levels: readonly StockLevel[]): ReadonlyMap<string, number> =>
  new Map(levels.map(({ partId, quantity, reserved = 0 }) => [partId, quantity - reserved]));
