import { dayOf } from '../geo/zoned-time.ts';
import type { Asset } from '../model/asset.ts';
import type { CoverageSummary } from '../model/coverage-decision.ts';
import type { ServiceContract } from '../model/service-contract.ts';
import type { Day, Instant } from '../model/time.ts';
import type { CoveredShares, Warranty } from '../model/warranty.ts';

export interface CoverageQuestion {
  readonly asset?: Pick<Asset, 'id'> | undefined;
  readonly siteId?: string | undefined;
  readonly warranties: readonly Warranty[];
  /** The customer's contracts. */
  readonly contracts: readonly ServiceContract[];
  /** The time zone in which days begin and end: the site's, that is its territory's. */
  readonly zone: string;
  readonly at: Instant;
}

type Candidate = CoverageSummary['candidates'][number];
type Weighed = Candidate & { readonly covers: CoveredShares; readonly endsOn: Day };

const nothing: CoveredShares = { labour: 0, parts: 0, travel: 0 };
const mostCandidates = 50;

/**
 * What is covered at an instant: a warranty of the asset in force comes first, then a contract in force for the site.
 * Of several of one kind the one that carries most holds. Days count inclusive; the order of the input does not matter.
 */
export const decideCoverage = (question: CoverageQuestion): CoverageSummary => {
  const on = dayOf(question.at, question.zone);
  const weighed = [
    ...question.warranties.filter(({ assetId }) => assetId === question.asset?.id).map((one) => weighWarranty(one, on)),
    ...question.contracts.map((one) => weighContract(one, on, question.siteId)),
  ].sort(byPrecedence);
  const holding = weighed.find(({ applies }) => applies);
  return {
    decidedAt: question.at,
    basis: holding?.kind ?? 'none',
    ...(holding && { clause: holding.clause }),
    covers: holding?.covers ?? nothing,
    candidates: weighed.slice(0, mostCandidates).map(withoutWeights),
  };
};

/** The contracts whose promises hold for a site on the day of an instant. */
export const contractsInForce = ({ contracts, siteId, zone, at }: Omit<CoverageQuestion, 'asset' | 'warranties'>) => {
  const on = dayOf(at, zone);
  return contracts.filter((contract) => weighContract(contract, on, siteId).applies);
};

const reasonByDay = (on: Day, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }) => {
  if (on < startsOn) return 'not-begun';
  return on > endsOn ? 'expired' : 'in-force';
};

const weighWarranty = (warranty: Warranty, on: Day): Weighed => {
  const reason = reasonByDay(on, warranty);
  const { id, clause, covers, endsOn } = warranty;
  return { kind: 'warranty', id, clause, applies: reason === 'in-force', reason, covers, endsOn };
};

const weighContract = (contract: ServiceContract, on: Day, siteId: string | undefined): Weighed => {
  const coversSite = contract.siteIds.length === 0 || (siteId !== undefined && contract.siteIds.includes(siteId));
  const reason = coversSite ? reasonByDay(on, contract) : 'other-site';
  const { id, clause, covers, endsOn } = contract;
  return { kind: 'service-contract', id, clause, applies: reason === 'in-force', reason, covers, endsOn };
};

const total = ({ labour, parts, travel }: CoveredShares): number => labour + parts + travel;

/** What applies first, warranties before contracts, the larger cover, the longer term, and last the id so that the order is total. */
const byPrecedence = (a: Weighed, b: Weighed): number =>
  Number(b.applies) - Number(a.applies) ||
  Number(b.kind === 'warranty') - Number(a.kind === 'warranty') ||
  total(b.covers) - total(a.covers) ||
  compare(b.endsOn, a.endsOn) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const withoutWeights = ({ kind, id, clause, applies, reason }: Weighed): Candidate => ({
  kind,
  id,
  clause,
  applies,
  reason,
});
