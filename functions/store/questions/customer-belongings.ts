import type { Asset } from '../../../shared/model/asset.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Site } from '../../../shared/model/site.ts';
import { assetEntity } from '../entities/asset.ts';
import { serviceContractEntity } from '../entities/service-contract.ts';
import { siteEntity } from '../entities/site.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

export interface CustomerBelongings {
  readonly sites: Site[];
  readonly assets: Asset[];
  readonly contracts: ServiceContract[];
}

/** The customer's sites, assets and contracts: also what coverage is decided from, with the asset's warranties. */
export const customerBelongings = async (
  table: Table,
  tenantId: string,
  customerId: string,
): Promise<CustomerBelongings> => {
  const items = await table.all({ tenantId, index: 'gsi1', partition: ['CUSTOMER', customerId] });
  return {
    sites: readItems(siteEntity, items),
    assets: readItems(assetEntity, items),
    contracts: readItems(serviceContractEntity, items),
  };
};
