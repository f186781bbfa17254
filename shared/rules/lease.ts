import type { LeaseReturn, LeaseSwap, ServiceContract } from '../model/service-contract.ts';
import type { Day } from '../model/time.ts';

export type LeaseRefusal =
  | 'not-a-lease'
  | 'outside-term'
  | 'before-last-change'
  | 'not-leased'
  | 'no-swap-right'
  | 'swaps-used-up'
  | 'leased-already'
  | 'no-residual'
  | 'residual-not-due'
  | 'condition-wanted'
  | 'owes-nothing';

export type LeaseDecision =
  { readonly ok: true; readonly contract: ServiceContract } | { readonly ok: false; readonly reason: LeaseRefusal };

/** Another machine in the place of a leased one, from the swap's day on. */
export const swapLeased = (contract: ServiceContract, swap: LeaseSwap): LeaseDecision => {
  const { lease, assetIds = [], leaseSwaps = [] } = contract;
  const refused = refuseChange(contract, swap.on, swap.oldAssetId);
  if (refused) return refuse(refused);
  if (!lease?.swapRight) return refuse('no-swap-right');
  if (lease.mostSwaps !== undefined && leaseSwaps.length >= lease.mostSwaps) return refuse('swaps-used-up');
  if (assetIds.includes(swap.newAssetId)) return refuse('leased-already');
  return {
    ok: true,
    contract: {
      ...contract,
      assetIds: assetIds.map((id) => (id === swap.oldAssetId ? swap.newAssetId : id)),
      leaseSwaps: [...leaseSwaps, swap],
    },
  };
};

/** A leased machine given back or bought; with the last one the lease ends. What is bought costs the residual. */
export const returnLeased = (contract: ServiceContract, given: LeaseReturn): LeaseDecision => {
  const { assetIds = [], leaseReturns = [] } = contract;
  const refused = refuseChange(contract, given.on, given.assetId) ?? refuseReturn(contract, given);
  if (refused) return refuse(refused);
  const residual = contract.lease?.residualMinorUnits ?? 0;
  const kept = given.how === 'bought' ? { ...given, owedMinorUnits: residual } : given;
  const others = assetIds.filter((id) => id !== given.assetId);
  return {
    ok: true,
    contract: {
      ...contract,
      // A contract that names no asset would be one for all of them.
      ...(others.length > 0 ? { assetIds: others } : { endedOn: given.on }),
      leaseReturns: [...leaseReturns, kept],
    },
  };
};

const refuse = (reason: LeaseRefusal): LeaseDecision => ({ ok: false, reason });

const refuseChange = (contract: ServiceContract, on: Day, assetId: string): LeaseRefusal | undefined => {
  const { kind, lease, startsOn, endsOn, endedOn, assetIds = [], leaseSwaps = [], leaseReturns = [] } = contract;
  if (kind !== 'lease' || !lease) return 'not-a-lease';
  if (on < startsOn || on > (endedOn ?? endsOn)) return 'outside-term';
  if (!assetIds.includes(assetId) || leaseReturns.some((one) => one.assetId === assetId)) return 'not-leased';
  return [...leaseSwaps, ...leaseReturns].some((one) => one.on > on) ? 'before-last-change' : undefined;
};

const refuseReturn = ({ lease }: ServiceContract, given: LeaseReturn): LeaseRefusal | undefined => {
  if (given.how === 'bought') {
    if (lease?.residualOn === undefined) return 'no-residual';
    return given.on < lease.residualOn ? 'residual-not-due' : undefined;
  }
  if (lease?.returnCondition !== undefined && given.asAgreed === undefined) return 'condition-wanted';
  return given.asAgreed === true && (given.owedMinorUnits ?? 0) > 0 ? 'owes-nothing' : undefined;
};
