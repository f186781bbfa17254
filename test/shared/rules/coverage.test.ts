import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractsInForce, decideCoverage, type CoverageQuestion } from '../../../shared/rules/coverage.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aWarranty } from '../../builders/a-warranty.ts';
import { anAsset } from '../../builders/an-asset.ts';
import { anId } from '../../builders/an-id.ts';

const asset = anAsset();
const warranty = aWarranty({ assetId: asset.id });
const contract = aContract();
const question: CoverageQuestion = {
  asset,
  siteId: asset.siteId,
  warranties: [warranty],
  contracts: [contract],
  zone: 'America/New_York',
  at: '2026-05-12T14:00:00.000Z',
};

describe('coverage', () => {
  test('comes from the warranty first', () => {
    const decision = decideCoverage(question);
    expect(decision).toMatchObject({ basis: 'warranty', clause: warranty.clause, covers: warranty.covers });
    expect(decision.candidates.map(({ id }) => id)).toEqual([warranty.id, contract.id]);
  });

  test('comes from the contract when the warranty has expired, and says that it has', () => {
    const expired = aWarranty({ assetId: asset.id, endsOn: '2026-05-11' });
    const decision = decideCoverage({ ...question, warranties: [expired] });
    expect(decision).toMatchObject({ basis: 'service-contract', covers: contract.covers });
    expect(decision.candidates).toContainEqual(
      expect.objectContaining({ id: expired.id, applies: false, reason: 'expired' }),
    );
  });

  test('holds on the last day until its end in the zone of the site', () => {
    const endsToday = [aWarranty({ assetId: asset.id, endsOn: '2026-05-12' })];
    const at = (instant: string) =>
      decideCoverage({ ...question, contracts: [], warranties: endsToday, at: instant }).basis;
    expect(at('2026-05-13T03:59:59.000Z')).toBe('warranty');
    expect(at('2026-05-13T04:00:00.000Z')).toBe('none');
  });

  test('has not begun before its first day', () => {
    const later = aContract({ startsOn: '2026-05-13' });
    const { candidates } = decideCoverage({ ...question, warranties: [], contracts: [later] });
    expect(candidates).toMatchObject([{ applies: false, reason: 'not-begun' }]);
    const today = aContract({ startsOn: '2026-05-12' });
    expect(decideCoverage({ ...question, warranties: [], contracts: [today] }).basis).toBe('service-contract');
  });

  test('of a contract for other sites does not apply', () => {
    const elsewhere = aContract({ siteIds: [anId('site')] });
    const decision = decideCoverage({ ...question, warranties: [], contracts: [elsewhere] });
    expect(decision).toMatchObject({ basis: 'none', covers: { labour: 0, parts: 0, travel: 0 } });
    expect(decision.candidates).toMatchObject([{ applies: false, reason: 'other-site' }]);
  });

  test("leaves other assets' warranties out of sight", () => {
    expect(decideCoverage({ ...question, contracts: [], warranties: [aWarranty()] }).candidates).toEqual([]);
  });

  test('is the same in whatever order papers come', () => {
    const warranties = [warranty, aWarranty({ assetId: asset.id, kind: 'extended', clause: 'Extended, 1' })];
    const contracts = [contract, aContract({ siteIds: [asset.siteId] }), aContract({ startsOn: '2026-06-01' })];
    const expected = decideCoverage({ ...question, warranties, contracts });
    const shuffles = fc.tuple(
      fc.shuffledSubarray(warranties, { minLength: warranties.length }),
      fc.shuffledSubarray(contracts, { minLength: contracts.length }),
    );
    fc.assert(
      fc.property(shuffles, ([w, c]) => {
        expect(decideCoverage({ ...question, warranties: w, contracts: c })).toEqual(expected);
      }),
    );
  });
});

test('only contracts in force for the site give promises', () => {
  const elsewhere = aContract({ siteIds: [anId('site')] });
  const over = aContract({ endsOn: '2026-05-11' });
  expect(contractsInForce({ ...question, contracts: [elsewhere, over, contract] })).toEqual([contract]);
});
