import { dayOf } from '../../geo/zoned-time.ts';
import type { CoverageFacts, CoveragePolicyFacts, UsageFacts } from '../../model/coverage-facts.ts';
import type { PromiseKind } from '../../model/coverage-policy.ts';
import type { ServiceContract } from '../../model/service-contract.ts';
import type { Instant } from '../../model/time.ts';
import type { Warranty } from '../../model/warranty.ts';
import { contractOnWork, warrantyOnWork, type PromiseOnWork } from './promise-on-work.ts';

/** What is known of the promises that could cover a piece of work. */
export interface PromiseFacts extends Pick<CoverageFacts, 'validAt' | 'timeZone' | 'asset' | 'siteId' | 'customerId'> {
  readonly warranties: readonly Warranty[];
  /** The customer's contracts. */
  readonly contracts: readonly ServiceContract[];
  readonly usages: readonly UsageFacts[];
  readonly policy: Pick<CoveragePolicyFacts, 'precedence'>;
}

/**
 * Every promise that was looked at, those that hold first: by the company's order of kinds, of one kind the larger cover,
 * the longer term, and last the id, so that the order is total and the order of the records does not matter.
 */
export const promisesInOrder = (facts: PromiseFacts): PromiseOnWork[] => {
  const on = dayOf(facts.validAt, facts.timeZone);
  const warranties = facts.warranties.filter(({ assetId }) => assetId === facts.asset?.id);
  return [
    ...warranties.map((one) => warrantyOnWork(one, on, facts)),
    ...facts.contracts.map((one) => contractOnWork(one, on, facts)),
  ].sort(byPrecedence(facts.policy.precedence));
};

export const holds = ({ reason }: Pick<PromiseOnWork, 'reason'>): boolean => reason === 'in-force';

/** The contracts whose promises of time hold for a site and asset on the day of an instant; used-up appointments end no such promise. */
export const contractsInForce = (question: {
  readonly contracts: readonly ServiceContract[];
  readonly siteId?: string | undefined;
  readonly asset?: CoverageFacts['asset'];
  readonly zone: string;
  readonly at: Instant;
}): ServiceContract[] => {
  const { contracts, siteId, asset, zone, at } = question;
  const about = { usages: [], ...(siteId !== undefined && { siteId }), ...(asset && { asset }) };
  const on = dayOf(at, zone);
  return contracts.filter((one) =>
    ['in-force', 'appointments-used-up'].includes(contractOnWork(one, on, about).reason),
  );
};

const byPrecedence =
  (precedence: readonly PromiseKind[]) =>
  (a: PromiseOnWork, b: PromiseOnWork): number =>
    Number(holds(b)) - Number(holds(a)) ||
    precedence.indexOf(a.promiseKind) - precedence.indexOf(b.promiseKind) ||
    total(b) - total(a) ||
    compare(b.endsOn, a.endsOn) ||
    compare(a.id, b.id);

const total = ({ covers: { labour, parts, travel } }: PromiseOnWork): number => labour + parts + travel;

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
