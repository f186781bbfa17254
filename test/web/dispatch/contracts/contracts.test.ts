import { describe, expect, it } from 'vitest';
import { contractBody } from '../../../../shared/protocol/endpoints/contracts.ts';
import { consumptionOf, periodsToShow, toneOfConsumption } from '../../../../web/dispatch/contracts/consumption.ts';
import { draftOf, newContract } from '../../../../web/dispatch/contracts/contract-draft.ts';
import { daysLeft, expiryOf, noticeBy, toneOfExpiry } from '../../../../web/dispatch/contracts/expiry.ts';
import { leasedNow } from '../../../../web/dispatch/contracts/leased-now.ts';
import { aContract } from '../../../builders/a-contract.ts';
import { anId } from '../../../builders/an-id.ts';

const today = '2026-05-12';
const endingOn = (endsOn: string) => expiryOf(aContract({ endsOn }), today);

describe('How near its end a contract is', () => {
  it('is told by 90, 60 and 30 days; the last of them belongs to the nearer step', () => {
    expect(endingOn('2026-08-11')).toBe('later');
    expect(endingOn('2026-08-10')).toBe('within-90');
    expect(endingOn('2026-07-11')).toBe('within-60');
    expect(endingOn('2026-06-11')).toBe('within-30');
  });

  it('counts its last day as one on which it holds', () => {
    expect(endingOn(today)).toBe('within-30');
    expect(endingOn('2026-05-11')).toBe('ended');
  });

  it('is told in days that are left, across the change of the clocks, too', () => {
    expect(daysLeft(aContract({ endsOn: '2026-06-05' }), today)).toBe(24);
    expect(daysLeft(aContract({ endsOn: '2026-11-02' }), '2026-10-31')).toBe(2);
    expect(daysLeft(aContract({ endsOn: '2027-12-31', endedOn: today }), today)).toBe(0);
  });

  it('counts from the day on which it was ended before its term', () => {
    expect(expiryOf(aContract({ endsOn: '2027-12-31', endedOn: '2026-05-01' }), today)).toBe('ended');
  });

  it('is no worry once it was renewed, nor before it begins', () => {
    const renewedById = anId('serviceContract');
    expect(expiryOf(aContract({ endsOn: '2026-05-20', renewedById }), today)).toBe('renewed');
    expect(expiryOf(aContract({ startsOn: '2026-06-01', endsOn: '2026-06-10' }), today)).toBe('coming');
    expect(toneOfExpiry('renewed')).toBe('muted');
    expect(toneOfExpiry('within-30')).toBe('late');
  });
});

describe('Notice', () => {
  it('can be given until so many days before the end', () => {
    const renewal = { kind: 'automatic', months: 12, noticeDays: 30 } as const;
    expect(noticeBy(aContract({ endsOn: '2026-12-31', renewal }))).toBe('2026-12-01');
  });

  it('needs not be given where it simply ends', () => {
    const renewal = { kind: 'ends', months: 12, noticeDays: 30 } as const;
    expect(noticeBy(aContract({ renewal }))).toBeUndefined();
  });
});

describe('What was consumed', () => {
  const entitlement = { per: 'year', appointments: 4, spendMinorUnits: 100_000 } as const;
  const usage = {
    contractId: anId('serviceContract'),
    periodOn: '2026-01-01',
    version: 2,
    updatedAt: '2026-05-12T14:00:00.000Z',
    appointmentsLeft: 0,
    spendLeftMinorUnits: 20_000,
  };

  it('is what is included less what is left; what is not limited is not counted', () => {
    expect(consumptionOf(entitlement, { usage })).toEqual([
      { budget: 'appointments', included: 4, taken: 4, left: 0 },
      { budget: 'spendMinorUnits', included: 100_000, taken: 80_000, left: 20_000 },
    ]);
    expect(consumptionOf(undefined, { usage })).toEqual([]);
  });

  it('is nothing where nothing was taken yet', () => {
    expect(consumptionOf(entitlement, {}).map(({ taken }) => taken)).toEqual([0, 0]);
  });

  it('warns when a fifth or less is left, and says when nothing is', () => {
    const left = (figure: number) =>
      toneOfConsumption({ budget: 'appointments', included: 10, taken: 10 - figure, left: figure });
    expect([3, 2, 0].map(left)).toEqual(['fine', 'risk', 'late']);
  });
});

describe('A contract while it is entered', () => {
  it('begins as a service agreement of a year, and only its clause is missing', () => {
    const draft = newContract(today);
    expect(draft).toMatchObject({ startsOn: today, endsOn: '2027-05-11' });
    expect(contractBody.safeParse({ ...draft, clause: 'Gold care' }).success).toBe(true);
  });

  it('is entered as the server takes it', () => {
    const contract = aContract({ renewedById: anId('serviceContract'), endedOn: '2026-10-01' });
    expect(contractBody.safeParse(draftOf(contract)).success).toBe(true);
  });
});

describe('The periods of a contract', () => {
  const drawing = {
    workOrderId: anId('workOrder'),
    appointments: 1,
    labourSeconds: 0,
    spendMinorUnits: 0,
  };
  const month = (from: string, drawings: (typeof drawing)[] = []) => ({ from, drawings });

  it('show the present one first and the newest after it; of those to come only what something was taken from', () => {
    const periods = [month('2026-04-01'), month('2026-05-01'), month('2026-06-01'), month('2026-07-01', [drawing])];
    expect(periodsToShow(periods, today).map(({ from }) => from)).toEqual(['2026-05-01', '2026-04-01', '2026-07-01']);
  });
});

describe('Leased machines', () => {
  it('are those that were not returned; the last one that was stays named and is gone all the same', () => {
    const [stays, gone] = [anId('asset'), anId('asset')];
    const back = { on: today, assetId: gone, how: 'returned', by: 'Miles', at: '2026-05-12T14:00:00.000Z' } as const;
    expect(leasedNow({ assetIds: [stays, gone], leaseReturns: [back] })).toEqual([stays]);
    expect(leasedNow({ assetIds: [gone], leaseReturns: [back] })).toEqual([]);
  });
});
