import type { ServiceContract } from '../../../shared/model/service-contract.ts';

/** The leased machines that are still at the customer; the last one that went stays named, as no name would mean all. */
export const leasedNow = ({
  assetIds = [],
  leaseReturns = [],
}: Pick<ServiceContract, 'assetIds' | 'leaseReturns'>): string[] =>
  assetIds.filter((id) => !leaseReturns.some(({ assetId }) => assetId === id));
