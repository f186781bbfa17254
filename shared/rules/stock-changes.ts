import type { Appointment } from '../model/appointment.ts';
import type { Pickup } from '../model/pickup.ts';
import { reservedParts } from './reserved-parts.ts';

/** What changes at one place of stock about one part. */
export interface StockChange {
  readonly stockLocationId: string;
  readonly partId: string;
  /** Added to what is reserved there. */
  readonly reserved: number;
  /** Taken onto a van. */
  readonly taken: number;
}

/** What appointments that change together come to where their parts lie: reserved, released, taken; nothing where they cancel out. */
export const stockChanges = (
  changes: readonly { readonly before: Appointment; readonly after: Appointment }[],
): StockChange[] => {
  const sums = new Map<string, StockChange>();
  const add = (stockLocationId: string, partId: string, reserved: number, taken = 0): void => {
    const name = `${stockLocationId} ${partId}`;
    const sum = sums.get(name) ?? { stockLocationId, partId, reserved: 0, taken: 0 };
    sums.set(name, { ...sum, reserved: sum.reserved + reserved, taken: sum.taken + taken });
  };
  for (const { before, after } of changes) {
    for (const { stockLocationId, partId, quantity } of reservedParts(before)) add(stockLocationId, partId, -quantity);
    for (const { stockLocationId, partId, quantity } of reservedParts(after)) add(stockLocationId, partId, quantity);
    for (const { stockLocationId, partId, quantity } of newlyTaken(before, after)) {
      add(stockLocationId, partId, 0, quantity);
    }
  }
  return [...sums.values()].filter(({ reserved, taken }) => reserved !== 0 || taken !== 0);
};

/** What came onto the van by this change. */
export const newlyTaken = (before: Appointment, after: Appointment): Pickup[] =>
  (after.pickups ?? []).filter(
    (one) => one.takenAt !== undefined && reservedParts(before).some((open) => isSame(open, one)),
  );

const isSame = (one: Pickup, other: Pickup): boolean =>
  one.stockLocationId === other.stockLocationId &&
  one.partId === other.partId &&
  one.plannedStartAt === other.plannedStartAt;
