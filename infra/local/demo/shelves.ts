import type { StockLevel } from '../../../shared/model/stock.ts';
import { applyMovement } from '../../../shared/rules/stock-ledger.ts';

/** Stock while the first days are made up: parts leave by the ledger's own rule. */
export interface Shelves {
  /** Whether there was one to take. */
  take(stockLocationId: string, partId: string, at: string): boolean;
  levels(): StockLevel[];
}

export function openingShelves(opening: readonly StockLevel[]): Shelves {
  const key = (stockLocationId: string, partId: string) => `${stockLocationId}/${partId}`;
  const levels = new Map(opening.map((level) => [key(level.stockLocationId, level.partId), level]));
  return {
    take: (stockLocationId, partId, at) => {
      const level = levels.get(key(stockLocationId, partId));
      const moved = level && applyMovement(level.quantity, -1);
      if (!level || !moved?.ok) return false;
      const { quantity } = moved;
      levels.set(key(stockLocationId, partId), { ...level, quantity, version: level.version + 1, updatedAt: at });
      return true;
    },
    levels: () => [...levels.values()],
  };
}
