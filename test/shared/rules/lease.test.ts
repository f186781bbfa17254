import { describe, expect, test } from 'vitest';
import { serviceContractSchema, type LeaseReturn, type LeaseSwap } from '../../../shared/model/service-contract.ts';
import { contractsInForce } from '../../../shared/rules/coverage/promises-in-order.ts';
import { renewedContract } from '../../../shared/rules/contract-renewal.ts';
import { returnLeased, swapLeased, type LeaseDecision } from '../../../shared/rules/lease.ts';
import { aContract } from '../../builders/a-contract.ts';
import { anAsset } from '../../builders/an-asset.ts';

const [boiler, pump, fresh] = [anAsset(), anAsset(), anAsset()];
const lease = aContract({
  kind: 'lease',
  assetIds: [boiler.id, pump.id],
  lease: {
    lessor: 'Heat Lease',
    swapRight: true,
    mostSwaps: 1,
    returnCondition: 'Clean and working',
    residualOn: '2026-10-01',
    residualMinorUnits: 50_000,
    maintainedBy: 'lessor',
  },
});
const doneBy = { by: 'Miles', at: '2026-06-01T12:00:00.000Z' };
const aSwap = (changes: Partial<LeaseSwap> = {}): LeaseSwap => ({
  ...{ on: '2026-06-01', oldAssetId: boiler.id, newAssetId: fresh.id, ...doneBy },
  ...changes,
});
const aReturn = (changes: Partial<LeaseReturn> = {}): LeaseReturn => ({
  ...{ on: '2026-09-30', assetId: boiler.id, how: 'returned', condition: 'Dented', asAgreed: false, ...doneBy },
  ...changes,
});
const standing = (decision: LeaseDecision) => {
  if (!decision.ok) throw new Error(decision.reason);
  return serviceContractSchema.parse(decision.contract);
};
const holdsFor = (contract: typeof lease, asset: typeof boiler, day: string) =>
  contractsInForce({ contracts: [contract], asset, zone: 'America/New_York', at: `${day}T16:00:00.000Z` }).length === 1;

describe('a leased machine that is swapped', () => {
  test('is covered to the day before, the one in its place from its first day', () => {
    const after = standing(swapLeased(lease, aSwap()));
    expect(after.leaseSwaps).toEqual([aSwap()]);
    expect(holdsFor(after, boiler, '2026-05-31')).toBe(true);
    expect(holdsFor(after, boiler, '2026-06-01')).toBe(false);
    expect(holdsFor(after, fresh, '2026-05-31')).toBe(false);
    expect(holdsFor(after, fresh, '2026-06-01')).toBe(true);
    expect(holdsFor(after, pump, '2026-06-01')).toBe(true);
  });

  test.each([
    ['without the right to it', 'no-swap-right', { ...lease, lease: { ...lease.lease, swapRight: false } }, aSwap()],
    ['when its swaps are used up', 'swaps-used-up', { ...lease, leaseSwaps: [aSwap({ on: '2026-02-01' })] }, aSwap()],
    ['where it is not leased', 'not-leased', lease, aSwap({ oldAssetId: fresh.id })],
    ['for one that is leased already', 'leased-already', lease, aSwap({ newAssetId: pump.id })],
    ['outside the term', 'outside-term', lease, aSwap({ on: '2027-01-01' })],
    [
      'before a later change',
      'before-last-change',
      { ...lease, leaseReturns: [aReturn({ assetId: fresh.id })] },
      aSwap(),
    ],
    ['under another kind of contract', 'not-a-lease', aContract({ assetIds: [boiler.id] }), aSwap()],
  ])('stays %s', (_when, reason, contract, swap) => {
    expect(swapLeased(serviceContractSchema.parse(contract), swap)).toEqual({ ok: false, reason });
  });

  test('counts for the term in which it was: the next has its swaps again', () => {
    const swapped = { ...standing(swapLeased(lease, aSwap())), endsOn: '2026-12-31' };
    const renewed = renewedContract(swapped, { endsOn: '2027-12-31' });
    expect(renewed).toMatchObject({ ok: true, contract: { assetIds: [fresh.id, pump.id] } });
    expect(renewed.ok && renewed.contract).not.toHaveProperty('leaseSwaps');
  });
});

describe('a leased machine that goes back', () => {
  test('is covered on its last day and not after it, and what is not as agreed is owed', () => {
    const after = standing(returnLeased(lease, aReturn({ owedMinorUnits: 12_000 })));
    expect(after.leaseReturns).toMatchObject([{ condition: 'Dented', owedMinorUnits: 12_000 }]);
    expect(after.endedOn).toBeUndefined();
    expect(holdsFor(after, boiler, '2026-09-30')).toBe(true);
    expect(holdsFor(after, boiler, '2026-10-01')).toBe(false);
    expect(holdsFor(after, pump, '2026-10-01')).toBe(true);
  });

  test('ends the lease with it when it was the last one', () => {
    const after = standing(returnLeased({ ...lease, assetIds: [boiler.id] }, aReturn()));
    expect(after.endedOn).toBe('2026-09-30');
    expect(holdsFor(after, boiler, '2026-09-30')).toBe(true);
    expect(holdsFor(after, boiler, '2026-10-01')).toBe(false);
    expect(holdsFor(after, pump, '2026-09-30')).toBe(false);
  });

  test('may be bought for the residual from its day on, not before', () => {
    const bought = aReturn({ how: 'bought', on: '2026-10-01', asAgreed: undefined });
    expect(standing(returnLeased(lease, bought)).leaseReturns).toMatchObject([{ owedMinorUnits: 50_000 }]);
    expect(returnLeased(lease, { ...bought, on: '2026-09-30' })).toEqual({ ok: false, reason: 'residual-not-due' });
  });

  test.each([
    ['nobody says whether it is as agreed', 'condition-wanted', lease, { asAgreed: undefined }],
    ['it is as agreed and yet something is owed', 'owes-nothing', lease, { asAgreed: true, owedMinorUnits: 1 }],
    ['it went back before', 'not-leased', { ...lease, leaseReturns: [aReturn({ on: '2026-03-01' })] }, {}],
    [
      'it is to be bought and no residual was agreed',
      'no-residual',
      { ...lease, lease: { lessor: 'Heat Lease', swapRight: false, maintainedBy: 'company' } },
      { how: 'bought' },
    ],
  ] as const)('is not taken where %s', (_where, reason, contract, changes) => {
    const { asAgreed, ...rest } = { ...aReturn(), ...changes };
    const given = { ...rest, ...(asAgreed !== undefined && { asAgreed }) };
    expect(returnLeased(serviceContractSchema.parse(contract), given)).toEqual({ ok: false, reason });
  });
});
