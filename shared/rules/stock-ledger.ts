import type { StockMovement } from '../model/stock.ts';

export type MovementResult =
  | { readonly ok: true; readonly quantity: number }
  | { readonly ok: false; readonly reason: 'stock-too-low'; readonly available: number };

/** The level after a movement; refused where it would fall below zero. */
export const applyMovement = (quantity: number, change: number): MovementResult =>
  quantity + change < 0
    ? { ok: false, reason: 'stock-too-low', available: quantity }
    : { ok: true, quantity: quantity + change };

/** What the ledger says lies there: the sum of its movements. */
export const levelOf = (movements: readonly Pick<StockMovement, 'change'>[]): number =>
  movements.reduce((level, { change }) => level + change, 0);
