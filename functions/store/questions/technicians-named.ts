import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { namedTechnicians, type NamedTechnicians } from '../../../shared/rules/coverage/named-technicians.ts';
import { assetEntity } from '../entities/asset.ts';
import { serviceContractEntity } from '../entities/service-contract.ts';
import { workOrderEntity } from '../entities/work-order.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

type AskedFor = Pick<Appointment, 'id' | 'workOrderId' | 'customerId' | 'assetId'>;

/** By appointment: whom the contracts of its customer prefer and forbid at a moment; one Query where no contract names anybody. */
export const techniciansNamed = async (
  table: Table,
  tenantId: string,
  appointments: readonly AskedFor[],
  { zone, at }: { readonly zone: string; readonly at: Instant },
): Promise<ReadonlyMap<string, NamedTechnicians>> => {
  const items = await table.all({ tenantId, index: 'gsi3', partition: ['CONTRACTS-NAMING'], after: dayOf(at, zone) });
  const contracts = readItems(serviceContractEntity, items);
  const concerned = appointments.filter((one) => contracts.some(({ customerId }) => customerId === one.customerId));
  if (concerned.length === 0) return new Map();
  const refs = (ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [{ id }]));
  const [workOrders, assets] = await Promise.all([
    table.getMany(workOrderEntity, tenantId, refs(concerned.map(({ workOrderId }) => workOrderId))),
    table.getMany(assetEntity, tenantId, refs(concerned.map(({ assetId }) => assetId))),
  ]);
  const named = concerned.map(({ id, workOrderId, customerId, assetId }) => {
    const siteId = workOrders.find((one) => one.id === workOrderId)?.siteId;
    const asset = assets.find((one) => one.id === assetId);
    const own = contracts.filter((one) => one.customerId === customerId);
    return [id, namedTechnicians({ contracts: own, siteId, asset, zone, at })] as const;
  });
  return new Map(named);
};
