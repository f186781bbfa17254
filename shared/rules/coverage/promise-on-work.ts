import type { CandidateReason, CoverageCandidate } from '../../model/coverage-decision.ts';
import type { CoverageFacts, UsageFacts } from '../../model/coverage-facts.ts';
import type { PromiseKind } from '../../model/coverage-policy.ts';
import type { BornBy } from '../../model/born-by.ts';
import type { ServiceContract } from '../../model/service-contract.ts';
import type { Day } from '../../model/time.ts';
import type { CoveredShares, Warranty } from '../../model/warranty.ts';
import { periodOf } from './contract-period.ts';
import { assetIdsOn } from './asset-ids-on.ts';

/** A warranty or contract as it stands towards one piece of work. */
export interface PromiseOnWork {
  readonly kind: CoverageCandidate['kind'];
  readonly promiseKind: PromiseKind;
  readonly id: string;
  readonly clause: string;
  readonly reason: CandidateReason;
  readonly covers: CoveredShares;
  readonly endsOn: Day;
  readonly bornBy: BornBy;
  readonly warranty?: Warranty;
  readonly contract?: ServiceContract;
  /** What is left of the contract's period, where something is limited. */
  readonly left?: UsageFacts;
}

interface About extends Pick<CoverageFacts, 'asset' | 'siteId' | 'customerId'> {
  readonly usages: readonly UsageFacts[];
}

/** What a warranty of the asset means for work on a day. */
export const warrantyOnWork = (warranty: Warranty, on: Day, about: About): PromiseOnWork => {
  const { id, kind, clause, covers, endsOn } = warranty;
  const usual: BornBy = [{ party: kind === 'maker' ? 'maker' : 'company', percent: 100 }];
  return {
    kind: 'warranty',
    promiseKind: `${kind}-warranty`,
    id,
    clause,
    reason: warrantyReason(warranty, on, about),
    covers,
    endsOn,
    bornBy: warranty.bornBy ?? usual,
    warranty,
  };
};

const warrantyReason = (warranty: Warranty, on: Day, { asset, siteId, customerId }: About): CandidateReason => {
  const { givenTo, transfers, endsByUsage, needsProof, proofs } = warranty;
  const byDay = reasonByDay(on, warranty);
  if (byDay !== 'in-force') return byDay;
  const sold = givenTo !== undefined && givenTo.customerId !== (asset?.customerId ?? customerId);
  const moved = givenTo?.siteId !== undefined && givenTo.siteId !== (asset?.siteId ?? siteId);
  if ((sold && transfers?.onSale === false) || (moved && transfers?.onMove === false)) return 'not-transferred';
  const reading = asset?.meters?.find(({ meter }) => meter === endsByUsage?.meter)?.reading;
  if (endsByUsage && reading !== undefined && reading > endsByUsage.endsAbove) return 'usage-exceeded';
  if (needsProof && (proofs ?? []).length === 0) return 'no-proof';
  return 'in-force';
};

/** What a contract of the customer means for work on a day. */
export const contractOnWork = (contract: ServiceContract, on: Day, about: About): PromiseOnWork => {
  const { id, kind, clause, covers, endsOn, lease } = contract;
  const usual: BornBy = [{ party: lease?.maintainedBy === 'lessor' ? 'lessor' : 'company', percent: 100 }];
  const left = usageLeft(contract, on, about.usages);
  return {
    kind: 'service-contract',
    promiseKind: kind,
    id,
    clause,
    reason: contractReason(contract, on, about, left),
    covers,
    endsOn,
    bornBy: contract.bornBy ?? usual,
    contract,
    ...(left && { left }),
  };
};

const contractReason = (
  contract: ServiceContract,
  on: Day,
  about: About,
  left: UsageFacts | undefined,
): CandidateReason => {
  const place = reasonByPlace(contract, on, about);
  if (place) return place;
  if (contract.endedOn !== undefined && on > contract.endedOn) return 'ended';
  const byDay = reasonByDay(on, contract);
  return byDay === 'in-force' && left?.appointmentsLeft === 0 ? 'appointments-used-up' : byDay;
};

const reasonByPlace = (contract: ServiceContract, on: Day, { siteId, asset }: About): CandidateReason | undefined => {
  const { siteIds, assetClasses = [] } = contract;
  const assetIds = assetIdsOn(contract, on);
  if (siteIds.length > 0 && (siteId === undefined || !siteIds.includes(siteId))) return 'other-site';
  if (assetIds.length > 0 && (!asset || !assetIds.includes(asset.id))) return 'other-asset';
  if (assetClasses.length > 0 && (!asset || !assetClasses.includes(asset.assetClass))) return 'other-class';
  return undefined;
};

/** What the period of that day has left: its own counters, or where none was opened yet all that is included. */
const usageLeft = (contract: ServiceContract, on: Day, usages: readonly UsageFacts[]): UsageFacts | undefined => {
  const { entitlement, id } = contract;
  if (!entitlement) return undefined;
  const { from } = periodOf(contract, on);
  const opened = usages.find(({ contractId, periodOn }) => contractId === id && periodOn === from);
  return opened ?? freshUsage(contract, from);
};

/** The counters of a period in which nothing was taken yet. */
export const freshUsage = (
  { id, entitlement }: Pick<ServiceContract, 'id' | 'entitlement'>,
  from: Day,
): UsageFacts => ({
  contractId: id,
  periodOn: from,
  ...(entitlement?.appointments !== undefined && { appointmentsLeft: entitlement.appointments }),
  ...(entitlement?.labourSeconds !== undefined && { labourSecondsLeft: entitlement.labourSeconds }),
  ...(entitlement?.spendMinorUnits !== undefined && { spendLeftMinorUnits: entitlement.spendMinorUnits }),
});

const reasonByDay = (
  on: Day,
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day },
): CandidateReason => {
  if (on < startsOn) return 'not-begun';
  return on > endsOn ? 'expired' : 'in-force';
};
