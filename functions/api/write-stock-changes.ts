import type { Appointment } from '../../shared/model/appointment.ts';
import type { StockLevel } from '../../shared/model/stock.ts';
import { newlyTaken, stockChanges, type StockChange } from '../../shared/rules/stock-changes.ts';
import { stockLevelEntity } from '../store/entities/stock-level.ts';
import { stockMovementEntity } from '../store/entities/stock-movement.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';

/** A part of which too little is free where it was to be fetched. */
export interface PartShortage {
  readonly partId: string;
  readonly free: number;
}

/**
 * Keeps what is reserved and what lies at places of stock in step with what appointments fetch there, in the transaction that
 * changes them, on condition that nobody else wrote those levels: nothing is promised twice, and no stock falls below zero.
 */
export const writeStockChanges = async (
  { deps, tenantId, now }: Pick<StaffAsked, 'deps' | 'tenantId' | 'now'>,
  work: UnitOfWork,
  changes: readonly { readonly before: Appointment; readonly after: Appointment }[],
): Promise<PartShortage | undefined> => {
  for (const change of stockChanges(changes)) {
    const { stockLocationId, partId } = change;
    const level = await deps.table.get(stockLevelEntity, tenantId, { stockLocationId, partId });
    const before = level ?? { stockLocationId, partId, quantity: 0, version: 0, updatedAt: now };
    const after = changed(before, change);
    const free = before.quantity - (before.reserved ?? 0);
    if (after.quantity < 0 || (change.reserved > 0 && after.quantity < (after.reserved ?? 0))) return { partId, free };
    if (level) work.update(stockLevelEntity, before, after);
  }
  return undefined;
};

const changed = (level: StockLevel, { reserved, taken }: StockChange): StockLevel => ({
  ...level,
  quantity: level.quantity - taken,
  reserved: Math.max(0, (level.reserved ?? 0) + reserved),
});

/** Puts what an appointment's technician has just fetched onto his van, with both lines of the ledger. */
export const writeOntoVan = async (
  { deps, tenantId, now }: Pick<StaffAsked, 'deps' | 'tenantId' | 'now'>,
  work: UnitOfWork,
  { before, after }: { readonly before: Appointment; readonly after: Appointment },
  { van, by }: { readonly van: string; readonly by: string },
): Promise<void> => {
  for (const { stockLocationId, partId, quantity, takenAt = now } of newlyTaken(before, after)) {
    const line = { partId, at: takenAt, by, appointmentId: after.id };
    const newId = () => deps.newId('stockMovement');
    work.add(stockMovementEntity, { ...line, id: newId(), stockLocationId, kind: 'transfer-out', change: -quantity });
    work.add(stockMovementEntity, {
      ...line,
      id: newId(),
      stockLocationId: van,
      kind: 'transfer-in',
      change: quantity,
    });
    const nothing = { stockLocationId: van, partId, quantity: 0, version: 0, updatedAt: now };
    const level = (await deps.table.get(stockLevelEntity, tenantId, { stockLocationId: van, partId })) ?? nothing;
    work.update(stockLevelEntity, level, { ...level, quantity: level.quantity + quantity });
  }
};
