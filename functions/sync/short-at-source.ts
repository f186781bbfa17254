import type { Appointment } from '../../shared/model/appointment.ts';
import type { VisitChange, VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import { newlyTaken } from '../../shared/rules/stock-changes.ts';
import { stockLevelEntity } from '../store/entities/stock-level.ts';
import type { StaffAsked } from './route.ts';

/** Why the ledger cannot let go of what was fetched: less lies there than was reserved. */
export const shortAtSource = async (
  { deps, tenantId }: StaffAsked,
  before: Appointment,
  { appointment: after }: VisitChange,
): Promise<VisitRefusal | undefined> => {
  for (const { stockLocationId, partId, quantity, stockLocationName } of after ? newlyTaken(before, after) : []) {
    const level = await deps.table.get(stockLevelEntity, tenantId, { stockLocationId, partId });
    const available = level?.quantity ?? 0;
    if (available >= quantity) continue;
    return { reason: 'source-too-low', detail: `${stockLocationName} has ${available} of it by the books.`, available };
  }
  return undefined;
};
