import type { ServiceContract } from '../../model/service-contract.ts';
import type { Day } from '../../model/time.ts';

type Leased = Pick<ServiceContract, 'assetIds' | 'leaseSwaps' | 'leaseReturns'>;

/** The assets that a contract names, as they were on a day: what was swapped or given back later is still among them. */
export const assetIdsOn = ({ assetIds = [], leaseSwaps = [], leaseReturns = [] }: Leased, on: Day): string[] => {
  const later = [
    ...leaseSwaps.filter((one) => one.on > on).map((one) => ({ ...one, gone: one.newAssetId, back: one.oldAssetId })),
    ...leaseReturns.filter((one) => one.on >= on).map((one) => ({ ...one, gone: undefined, back: one.assetId })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const ids = later.reduce((before, { gone, back }) => [...before.filter((id) => id !== gone), back], [...assetIds]);
  return [...new Set(ids)];
};
