import type { Asset } from '../../../shared/model/asset.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import { assetEntity } from '../entities/asset.ts';
import { serviceContractEntity } from '../entities/service-contract.ts';
import { warrantyEntity } from '../entities/warranty.ts';
import type { Table } from '../table-client.ts';
import { type Page, type PageRequest, foreignCursor, pageOf } from './page.ts';

type Paged<Value> = Promise<Page<Value> | typeof foreignCursor>;

/** Assets in the order of their serials, or those whose serial begins so. */
export const assetsBySerial = (
  table: Table,
  tenantId: string,
  serial: string | undefined,
  request: PageRequest,
): Paged<Asset> =>
  pageOf(
    table,
    assetEntity,
    { tenantId, index: 'gsi2', partition: ['ASSETS'], ...(serial && { beginsWith: serial }) },
    request,
  );

/** Warranties by their last day, from a day on. */
export const warrantiesByEnd = (
  table: Table,
  tenantId: string,
  endsFrom: string | undefined,
  request: PageRequest,
): Paged<Warranty> =>
  pageOf(
    table,
    warrantyEntity,
    { tenantId, index: 'gsi2', partition: ['WARRANTIES'], ...(endsFrom !== undefined && { after: endsFrom }) },
    request,
  );

/** Every contract whose last day lies between two days, both included. */
export const contractsEndingBetween = async (
  table: Table,
  tenantId: string,
  from: string,
  to: string,
): Promise<ServiceContract[]> => {
  const found: ServiceContract[] = [];
  let cursor: string | undefined;
  do {
    const page = await contractsByEnd(table, tenantId, from, { cursor, limit: 200 });
    if (page === foreignCursor) throw new Error('Our own cursor was refused');
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && (found.at(-1)?.endsOn ?? '') <= to);
  return found.filter(({ endsOn }) => endsOn <= to);
};

/** Contracts by their last day, from a day on: what expires next stands first. */
export const contractsByEnd = (
  table: Table,
  tenantId: string,
  endsFrom: string | undefined,
  request: PageRequest,
): Paged<ServiceContract> =>
  pageOf(
    table,
    serviceContractEntity,
    { tenantId, index: 'gsi2', partition: ['CONTRACTS'], ...(endsFrom !== undefined && { after: endsFrom }) },
    request,
  );
