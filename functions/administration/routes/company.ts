import type { StockLocation } from '../../../shared/model/stock.ts';
import * as endpoints from '../../../shared/protocol/endpoints/company.ts';
import { stockLocationEntity } from '../../store/entities/stock-location.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import { allTechnicians } from '../../store/questions/catalogue.ts';
import { recordHistory } from '../../store/questions/record-history.ts';
import { changeRecord, createRecord } from '../../api/keep-record.ts';
import { inUse, recordOf } from '../../api/record-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const companyRoutes: readonly Route[] = [
  staffRoute(endpoints.changeCompany, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, tenantEntity, { id: asked.tenantId });
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, tenantEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.addStockLocation, (asked) => {
    const work = asked.begin();
    const draft = { id: asked.deps.newId('stockLocation'), ...asked.body };
    return asked.settle(work, createRecord(asked, work, stockLocationEntity, draft));
  }),

  staffRoute(endpoints.changeStockLocation, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, stockLocationEntity, { id: asked.params.stockLocationId });
      if (before.kind === 'van' && asked.body.kind !== 'van') await requireNoDriver(asked, before);
      const work = asked.begin();
      const { id, version, createdAt, updatedAt } = before;
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, stockLocationEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.getRecordHistory, async ({ deps, tenantId, params }) => ({
    items: await recordHistory(deps.table, tenantId, params.recordId),
  })),
];

const requireNoDriver = async ({ deps, tenantId }: StaffAsked, { id }: StockLocation): Promise<void> => {
  const technicians = await allTechnicians(deps.table, tenantId);
  const driver = technicians.find(({ vanStockLocationId }) => vanStockLocationId === id);
  if (driver) throw inUse(`${driver.name} drives it.`);
};
