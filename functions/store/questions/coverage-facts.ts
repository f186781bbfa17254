import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ContractDrawing, ContractUsage } from '../../../shared/model/contract-usage.ts';
import type { CoverageFacts, UsageFacts } from '../../../shared/model/coverage-facts.ts';
import type { PriceList } from '../../../shared/model/price-list.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { WorkOrder } from '../../../shared/model/work-order.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import { periodOf } from '../../../shared/rules/coverage/contract-period.ts';
import { coveredWork } from '../../../shared/rules/coverage/covered-work.ts';
import { withoutOwn } from '../../../shared/rules/coverage/usage-left.ts';
import { assetEntity } from '../entities/asset.ts';
import { contractDrawingEntity } from '../entities/contract-drawing.ts';
import { partEntity } from '../entities/part.ts';
import { tenantEntity } from '../entities/tenant.ts';
import { territoryEntity } from '../entities/territory.ts';
import type { Table } from '../table-client.ts';
import { partUsagesOf } from './appointment-file.ts';
import { warrantiesOf } from './asset-file.ts';
import { allPriceLists, coveragePolicy } from './coverage-book.ts';
import { usagesOf } from './contract-file.ts';
import { customerBelongings } from './customer-belongings.ts';
import { appointmentsOfWorkOrder } from './work-order-file.ts';

export interface FactsOfWork {
  readonly facts: CoverageFacts;
  readonly appointments: readonly Appointment[];
  /** The counters as they stand, what this work order took included. */
  readonly opened: readonly ContractUsage[];
}

/** Everything that the coverage of a work order hangs on, as it stands; it is looked at as of the moment when the work was made. */
export const coverageFactsOf = async (table: Table, tenantId: string, workOrder: WorkOrder): Promise<FactsOfWork> => {
  const { assetId, customerId, siteId, territoryId } = workOrder;
  const validAt = workOrder.coverage.decidedAt;
  const [tenant, territory, asset, warranties, contracts, policy, priceLists, appointments] = await Promise.all([
    table.get(tenantEntity, tenantId, { id: tenantId }),
    table.get(territoryEntity, tenantId, { id: territoryId }),
    assetId === undefined ? undefined : table.get(assetEntity, tenantId, { id: assetId }),
    assetId === undefined ? [] : warrantiesOf(table, tenantId, assetId),
    customerId === undefined ? [] : contractsOf(table, tenantId, customerId),
    coveragePolicy(table, tenantId),
    allPriceLists(table, tenantId),
    appointmentsOfWorkOrder(table, tenantId, workOrder),
  ]);
  if (!tenant || !territory) throw new Error(`The tenant or the territory of ${workOrder.id} is missing`);
  const { timeZone } = territory;
  const [work, used] = await Promise.all([
    workOf(table, tenantId, appointments, workOrder.causes),
    usageOf(table, tenantId, workOrder.id, contracts, dayOf(validAt, timeZone)),
  ]);
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, contractKeeper: _keeper, ...rules } = policy;
  return {
    appointments,
    opened: used.opened,
    facts: {
      validAt,
      timeZone,
      currency: tenant.currency,
      ...(customerId !== undefined && { customerId }),
      ...(siteId !== undefined && { siteId }),
      ...(asset && { asset }),
      warranties: newest(warranties),
      contracts,
      usages: used.left,
      priceLists: listsNamed(priceLists, [policy.priceListId, ...contracts.map((one) => one.priceListId)]),
      policy: rules,
      work,
    },
  };
};

const contractsOf = async (table: Table, tenantId: string, customerId: string): Promise<ServiceContract[]> =>
  newest((await customerBelongings(table, tenantId, customerId)).contracts).map(withoutKeeper);

/** Whom to tell of its end is nobody's business at the work. */
const withoutKeeper = ({ keeper: _keeper, tellsCustomer: _tells, ...facts }: ServiceContract): ServiceContract => facts;

/** As many as a decision keeps: those that end last. */
const mostPromises = 100;

const newest = <One extends { readonly id: string; readonly endsOn: string }>(promises: readonly One[]): One[] =>
  [...promises].sort((a, b) => (`${a.endsOn}${a.id}` < `${b.endsOn}${b.id}` ? 1 : -1)).slice(0, mostPromises);

/** Only what somebody names is kept with the decision. */
const listsNamed = (lists: readonly PriceList[], ids: readonly (string | undefined)[]): PriceList[] =>
  lists.filter(({ id }) => ids.includes(id));

const workOf = async (
  table: Table,
  tenantId: string,
  appointments: readonly Appointment[],
  causes: WorkOrder['causes'],
): Promise<CoverageFacts['work']> => {
  const partUsages = (await Promise.all(appointments.map(({ id }) => partUsagesOf(table, tenantId, id)))).flat();
  const wanted = appointments.flatMap(({ partRequirements }) => partRequirements);
  const partIds = [...new Set([...partUsages, ...wanted].map(({ partId }) => partId))];
  const parts = await table.getMany(
    partEntity,
    tenantId,
    partIds.map((id) => ({ id })),
  );
  return coveredWork({ appointments, partUsages, parts, causes });
};

/** What is left of the periods that the day lies in, with and without what this work order took. */
const usageOf = async (
  table: Table,
  tenantId: string,
  workOrderId: string,
  contracts: readonly ServiceContract[],
  on: string,
): Promise<{ readonly opened: ContractUsage[]; readonly left: UsageFacts[] }> => {
  const periods = contracts
    .filter(({ entitlement }) => entitlement !== undefined)
    .map((contract) => ({ contractId: contract.id, periodOn: periodOf(contract, on).from }));
  if (periods.length === 0) return { opened: [], left: [] };
  const [opened, own] = await Promise.all([
    usagesOf(table, tenantId, periods),
    table.getMany(
      contractDrawingEntity,
      tenantId,
      periods.map((period) => ({ ...period, workOrderId })),
    ),
  ]);
  const taken: readonly ContractDrawing[] = own;
  return { opened, left: opened.map((usage) => withoutOwn(usage, taken)) };
};
