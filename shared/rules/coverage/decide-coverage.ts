import { dayOf } from '../../geo/zoned-time.ts';
import type { CoverageDecision, CoverageLine, CoverageSummary } from '../../model/coverage-decision.ts';
import type { CoverageFacts } from '../../model/coverage-facts.ts';
import type { PartyShares } from '../../model/money.ts';
import type { PriceList } from '../../model/price-list.ts';
import type { CoveredShares } from '../../model/warranty.ts';
import { needsOf } from './authorisation-needs.ts';
import { bearLines, openLine, type OpenLine } from './bear-lines.ts';
import { priceLines } from './price-lines.ts';
import type { PromiseOnWork } from './promise-on-work.ts';
import { holds, promisesInOrder, type PromiseFacts } from './promises-in-order.ts';

/**
 * Who pays what of a piece of work, line by line, and why. The promises that hold are asked in order; each bears its percentage of
 * what those before it left, as far as its limits reach, and the customer pays the rest. A half of a minor unit falls to
 * who bears; among several who bear one promise it is split by the largest remainder. Nothing but the facts is looked at.
 */
export const decideCoverage = (facts: CoverageFacts): CoverageDecision => {
  const promises = promisesInOrder(facts);
  const holding = promises.filter(holds);
  const lines = priceLines(facts.work, listsFor(facts, holding)).map(openLine);
  const on = dayOf(facts.validAt, facts.timeZone);
  const borne = holding.map((promise) => ({ promise, ...bearLines(promise, lines, facts.work, on, facts.asset) }));
  const decided = lines.map(closed);
  const totals = totalsOf(decided);
  return {
    ...summaryOf(facts.validAt, promises),
    currency: facts.currency,
    lines: decided,
    totalMinorUnits: decided.reduce((sum, { priceMinorUnits }) => sum + priceMinorUnits, 0),
    totals,
    needs: needsOf(facts.policy, totals, borne),
    drawings: borne.map(({ drawing }) => drawing).filter((drawing) => drawing !== undefined),
  };
};

/** What everybody sees at the work: which promise comes first, and what else was looked at. It needs no prices. */
export const summariseCoverage = (facts: PromiseFacts): CoverageSummary =>
  summaryOf(facts.validAt, promisesInOrder(facts));

const nothing: CoveredShares = { labour: 0, parts: 0, travel: 0 };
const mostCandidates = 50;

const summaryOf = (decidedAt: string, promises: readonly PromiseOnWork[]): CoverageSummary => {
  const first = promises.find(holds);
  return {
    decidedAt,
    basis: first?.kind ?? 'none',
    ...(first && { clause: first.clause }),
    covers: first?.covers ?? nothing,
    candidates: promises.slice(0, mostCandidates).map((promise) => {
      const { kind, id, clause, reason } = promise;
      return { kind, id, clause, applies: holds(promise), reason };
    }),
  };
};

/** The company's own price list and those of the contracts that hold, in their order. */
const listsFor = ({ priceLists, policy, currency }: CoverageFacts, holding: readonly PromiseOnWork[]): PriceList[] => {
  const ids = [policy.priceListId, ...holding.map(({ contract }) => contract?.priceListId)];
  const lists = [...new Set(ids)].map((id) => priceLists.find((list) => list.id === id));
  return lists.filter((list) => list?.currency === currency).filter((list) => list !== undefined);
};

const closed = ({ priced, rest, shares, bornBy, excluded }: OpenLine): CoverageLine => {
  const { id, kind, rate, priceMinorUnits } = priced;
  return {
    id,
    kind,
    ...(rate !== undefined && { rate }),
    priceMinorUnits,
    shares: { ...shares, customer: rest },
    bornBy,
    excluded,
  };
};

const totalsOf = (lines: readonly CoverageLine[]): PartyShares => {
  const sum = (side: keyof PartyShares): number => lines.reduce((total, { shares }) => total + shares[side], 0);
  return { customer: sum('customer'), company: sum('company'), maker: sum('maker'), lessor: sum('lessor') };
};
