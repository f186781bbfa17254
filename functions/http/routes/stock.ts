import { listStockLevels, listStockMovements, receiveStock } from '../../../shared/protocol/endpoints/stock.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { stockLevels, stockMovements } from '../../store/questions/stock.ts';
import { partEntity } from '../../store/entities/part.ts';
import { stockLevelEntity } from '../../store/entities/stock-level.ts';
import { stockLocationEntity } from '../../store/entities/stock-location.ts';
import { stockMovementEntity } from '../../store/entities/stock-movement.ts';
import { technicianOf } from '../../api/technician-of.ts';
import { pageOf } from '../../api/page-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const stockRoutes: readonly Route[] = [
  staffRoute(listStockLevels, async (asked) => {
    const { deps, tenantId, params, query } = asked;
    await requireLocation(asked, params.stockLocationId);
    await requireOwnVan(asked, params.stockLocationId);
    return pageOf(stockLevels(deps.table, tenantId, params.stockLocationId, query));
  }),

  staffRoute(listStockMovements, async (asked) => {
    const { deps, tenantId, params, query } = asked;
    await requireLocation(asked, params.stockLocationId);
    return pageOf(stockMovements(deps.table, tenantId, params.stockLocationId, query));
  }),

  staffRoute(receiveStock, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, now, caller, params, body } = asked;
      const { stockLocationId } = params;
      const { partId, quantity } = body;
      await requireLocation(asked, stockLocationId);
      if (!(await deps.table.get(partEntity, tenantId, { id: partId }))) {
        throw badField('body.partId', 'there is no such part');
      }
      const nothing = { stockLocationId, partId, quantity: 0, version: 0, updatedAt: now };
      const before = (await deps.table.get(stockLevelEntity, tenantId, { stockLocationId, partId })) ?? nothing;
      const work = asked.begin();
      const answer = work.update(stockLevelEntity, before, { ...before, quantity: before.quantity + quantity });
      work.add(stockMovementEntity, {
        id: deps.newId('stockMovement'),
        stockLocationId,
        partId,
        kind: 'receipt',
        change: quantity,
        at: now,
        by: caller.name,
      });
      return { work, answer };
    }),
  ),
];

const requireLocation = async ({ deps, tenantId }: StaffAsked, id: string): Promise<void> => {
  if (!(await deps.table.get(stockLocationEntity, tenantId, { id }))) throw notFound('stock location');
};

const requireOwnVan = async (asked: StaffAsked, stockLocationId: string): Promise<void> => {
  const { onlyTechnicianId } = asked.caller;
  if (onlyTechnicianId === undefined) return;
  const technician = await technicianOf(asked, onlyTechnicianId);
  if (technician?.vanStockLocationId !== stockLocationId) {
    throw new Refusal('not-allowed', { detail: 'It is not your van.' });
  }
};
