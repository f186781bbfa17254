import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageFactsSchema, type CoverageFacts } from '../../../../shared/model/coverage-facts.ts';
import { chainFault, decisionHash, recordHash, replays } from '../../../../shared/rules/coverage/coverage-chain.ts';
import { coverageDifference } from '../../../../shared/rules/coverage/coverage-difference.ts';
import { decideCoverage } from '../../../../shared/rules/coverage/decide-coverage.ts';
import { splitAmount } from '../../../../shared/rules/coverage/split-amount.ts';
import { aCoverageRecord } from '../../../builders/a-coverage-record.ts';
import { someContract, someFacts, someWarranty } from './some-promises.ts';

test('the shares of a line always sum to its price, and those of all lines to the total', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { lines, totals, totalMinorUnits } = decideCoverage(facts);
      for (const { priceMinorUnits, shares } of lines) expect(sumOf(shares)).toBe(priceMinorUnits);
      expect(sumOf(totals)).toBe(totalMinorUnits);
    }),
  );
});

test('what promises bear of a line is what the customer does not pay', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { priceMinorUnits, shares, bornBy } of decideCoverage(facts).lines) {
        const borne = bornBy.reduce((sum, { amountMinorUnits }) => sum + amountMinorUnits, 0);
        expect(borne + shares.customer).toBe(priceMinorUnits);
      }
    }),
  );
});

test('a decision never depends on the order of records', () => {
  const whole = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  const shuffled = someFacts.chain((facts) =>
    fc
      .tuple(
        whole(facts.warranties),
        whole(facts.contracts),
        whole(facts.usages),
        whole(facts.priceLists),
        whole(facts.work.labour),
        whole(facts.work.parts),
      )
      .map(([warranties, contracts, usages, priceLists, labour, parts]) => ({
        facts,
        other: { ...facts, warranties, contracts, usages, priceLists, work: { ...facts.work, labour, parts } },
      })),
  );
  fc.assert(
    fc.property(shuffled, ({ facts, other }) => {
      expect(decideCoverage(other)).toEqual(decideCoverage(facts));
    }),
  );
});

test('one warranty more never raises what the customer pays, in all and of any line', () => {
  fc.assert(
    fc.property(someFacts, someWarranty, (facts, warranty) => {
      expectNoMore(facts, { ...facts, warranties: [...facts.warranties, warranty] });
    }),
    { numRuns: 200 },
  );
});

test('one contract more never raises what the customer pays, in all and of any line', () => {
  fc.assert(
    fc.property(someFacts, someContract, (facts, { contract, usages, priceLists }) => {
      expectNoMore(facts, {
        ...facts,
        contracts: [...facts.contracts, contract],
        usages: [...facts.usages, ...usages],
        priceLists: [...facts.priceLists, ...priceLists],
      });
    }),
    { numRuns: 200 },
  );
});

test('it takes no more from a contract than there is left', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { contractId, appointments, labourSeconds, spendMinorUnits } of decideCoverage(facts).drawings) {
        const left = facts.usages.find((usage) => usage.contractId === contractId);
        expect(appointments).toBeLessThanOrEqual(left?.appointmentsLeft ?? Infinity);
        expect(labourSeconds).toBeLessThanOrEqual(left?.labourSecondsLeft ?? Infinity);
        expect(spendMinorUnits).toBeLessThanOrEqual(left?.spendLeftMinorUnits ?? Infinity);
      }
    }),
  );
});

test('recomputing from stored facts gives the same hash, whatever the order of their fields', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const stored = coverageFactsSchema.parse(JSON.parse(JSON.stringify(reversed(facts))));
      expect(decisionHash(decideCoverage(stored))).toBe(decisionHash(decideCoverage(facts)));
      expect(replays({ facts: stored, decision: decideCoverage(facts) })).toBe(true);
    }),
  );
});

test('splitting by weights loses and makes no unit, and keeps each within one of its exact share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (amount, parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      fc.pre(total > 0);
      const split = splitAmount(amount, parts);
      expect(split.reduce((sum, part) => sum + part, 0)).toBe(amount);
      parts.forEach((part, at) => {
        expect(Math.abs((split[at] ?? 0) - (amount * part) / total)).toBeLessThan(1);
      });
    }),
  );
});

test('a chain of records holds, and a changed amount, a missing link or a foreign signature is seen', () => {
  const first = aCoverageRecord();
  const draft = { ...first, sequence: 2, previousHash: first.hash };
  const second = { ...draft, hash: recordHash(draft) };
  expect(chainFault([first, second])).toBeUndefined();
  const forged = { ...first, decision: { ...first.decision, totalMinorUnits: 1 } };
  expect(chainFault([forged, second])).toBe('altered');
  expect(chainFault([second])).toBe('gap');
  expect(chainFault([first, second], () => false)).toBe('signature');
});

test('from one decision to the next it is told which lines are new, gone or others, and who pays how much more', () => {
  fc.assert(
    fc.property(someFacts, someFacts, (one, other) => {
      const [before, after] = [decideCoverage(one), decideCoverage(other)];
      const difference = coverageDifference(before, after);
      expect(coverageDifference(before, before)).toBeUndefined();
      expect(before.totals.customer + (difference?.totals.customer ?? 0)).toBe(after.totals.customer);
    }),
  );
});

const sumOf = ({ customer, company, maker, lessor }: ReturnType<typeof decideCoverage>['totals']): number =>
  customer + company + maker + lessor;

const expectNoMore = (facts: CoverageFacts, more: CoverageFacts): void => {
  const [before, after] = [decideCoverage(facts), decideCoverage(more)];
  expect(after.totals.customer).toBeLessThanOrEqual(before.totals.customer);
  after.lines.forEach(({ shares }, at) => {
    expect(shares.customer).toBeLessThanOrEqual(before.lines[at]?.shares.customer ?? -1);
  });
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
};
