import type { CoverageLine, ExclusionReason } from '../../model/coverage-decision.ts';
import type { PartyShares } from '../../model/money.ts';
import type { Day } from '../../model/time.ts';
import type { CoveredWork } from '../../model/coverage-facts.ts';
import type { ContractDrawing } from '../../model/contract-usage.ts';
import { exclusionOf, type WorkAsSeen } from './exclusion-of.ts';
import type { PricedLine } from './price-lines.ts';
import type { PromiseOnWork } from './promise-on-work.ts';
import { shareOf, splitAmount } from './split-amount.ts';

/** A line with what is still nobody's but the customer's. */
export interface OpenLine {
  readonly priced: PricedLine;
  rest: number;
  readonly shares: { -readonly [P in keyof PartyShares]: number };
  readonly bornBy: CoverageLine['bornBy'];
  readonly excluded: CoverageLine['excluded'];
}

export const openLine = (priced: PricedLine): OpenLine => ({
  priced,
  rest: priced.priceMinorUnits,
  shares: { customer: 0, company: 0, maker: 0, lessor: 0 },
  bornBy: [],
  excluded: [],
});

export interface Borne {
  readonly amountMinorUnits: number;
  readonly drawing?: ContractDrawing;
}

/** How much a promise can still bear while its lines are gone through. */
interface Means {
  claimLeft: number;
  spendLeft: number;
  secondsLeft: number;
  borne: number;
  secondsTaken: number;
  isUsed: boolean;
  /** Nothing has a price: what is included is counted all the same. */
  readonly isUnpriced: boolean;
}

/**
 * Lets one promise bear what it promised of what those before it left. What remains never grows with less to start from,
 * line by line, so that one more promise can never raise what the customer pays: amounts are rounded so that both hold.
 */
export const bearLines = (
  promise: PromiseOnWork,
  lines: readonly OpenLine[],
  work: CoveredWork,
  on: Day,
  asset: WorkAsSeen['asset'],
): Borne => {
  const { warranty, left, id, clause } = promise;
  const means: Means = {
    claimLeft: warranty?.limitPerClaimMinorUnits ?? Infinity,
    spendLeft: left?.spendLeftMinorUnits ?? Infinity,
    secondsLeft: left?.labourSecondsLeft ?? Infinity,
    borne: 0,
    secondsTaken: 0,
    isUsed: false,
    isUnpriced: lines.every(({ priced }) => priced.priceMinorUnits === 0),
  };
  for (const line of lines) {
    const reason = exclusionOf(promise, line.priced, { work, on, asset }) ?? bearLine(promise, line, means);
    if (reason) line.excluded.push({ id, clause, reason });
  }
  return { amountMinorUnits: means.borne, ...drawingOf(promise, means) };
};

/** Bears its part of one line, or says why not all of that. */
const bearLine = (promise: PromiseOnWork, line: OpenLine, means: Means): ExclusionReason | undefined => {
  const { kind } = line.priced;
  if (line.rest === 0 && !means.isUnpriced) return 'nothing-left';
  const wanted = wantedOf(promise, line, means);
  if (kind === 'labour' && wanted.seconds === 0 && line.priced.seconds > 0) return 'hours-used-up';
  const amount = Math.min(wanted.amount, means.claimLeft, means.spendLeft);
  take(means, amount, wanted.seconds);
  if (amount > 0) bear(promise, line, amount);
  if (amount < wanted.amount) return means.claimLeft === 0 ? 'claim-limit-reached' : 'spend-used-up';
  return wanted.seconds < line.priced.seconds && kind === 'labour' && promise.left?.labourSecondsLeft !== undefined
    ? 'hours-used-up'
    : undefined;
};

/** Its percentage of what is left of the line; of labour only as far as included hours reach. */
const wantedOf = (promise: PromiseOnWork, { priced, rest }: OpenLine, { secondsLeft }: Means) => {
  const percent = promise.covers[shareNames[priced.kind]];
  const seconds = Math.min(priced.seconds, secondsLeft);
  const within = priced.seconds > seconds ? shareOf(rest, seconds, priced.seconds) : rest;
  return { amount: shareOf(within, percent, 100), seconds };
};

export const shareNames = { labour: 'labour', travel: 'travel', part: 'parts' } as const;

const take = (means: Means, amount: number, seconds: number): void => {
  means.claimLeft -= amount;
  means.spendLeft -= amount;
  means.secondsLeft -= seconds;
  means.borne += amount;
  means.secondsTaken += seconds;
  means.isUsed = true;
};

const bear = ({ id, clause, bornBy }: PromiseOnWork, line: OpenLine, amountMinorUnits: number): void => {
  line.rest -= amountMinorUnits;
  line.bornBy.push({ id, clause, amountMinorUnits });
  const amounts = splitAmount(
    amountMinorUnits,
    bornBy.map(({ percent }) => percent),
  );
  bornBy.forEach(({ party }, at) => (line.shares[party] += amounts[at] ?? 0));
};

/** What it takes of a contract that limits anything. */
const drawingOf = ({ left }: PromiseOnWork, means: Means): { readonly drawing?: ContractDrawing } => {
  if (!left || !means.isUsed) return {};
  return {
    drawing: {
      contractId: left.contractId,
      periodOn: left.periodOn,
      appointments: left.appointmentsLeft === undefined ? 0 : 1,
      labourSeconds: left.labourSecondsLeft === undefined ? 0 : means.secondsTaken,
      spendMinorUnits: left.spendLeftMinorUnits === undefined ? 0 : means.borne,
    },
  };
};
