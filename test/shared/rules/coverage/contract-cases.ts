import type { WorkedCase } from './worked-case.ts';

const thisYear = ['2026-01-01', '2026-12-31'] as const;
const twoYears = ['2025-06-01', '2027-05-31'] as const;
const elsewhere = 'si_01J00000000000000000000000';
const another = 'as_01J00000000000000000000000';

/** What contracts bear, and what they lose by it. */
export const contractCases: readonly WorkedCase[] = [
  {
    name: 'a service agreement bears labour and the way, and half of the parts',
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100, parts 50, travel 100' }],
    work: { parts: { pump: '100.00' } },
    decides: {
      labour: '120.00: company 120.00',
      travel: '40.00: company 40.00',
      pump: '100.00: company 50.00, customer 50.00',
    },
  },
  {
    name: 'a lease whose lessor maintains is borne by the lessor',
    contracts: [
      {
        kind: 'lease',
        term: thisYear,
        covers: 'labour 100, parts 100, travel 100',
        lease: { lessor: 'Fleet Bank', swapRight: true, maintainedBy: 'lessor' },
      },
    ],
    decides: { labour: '120.00: lessor 120.00', travel: '40.00: lessor 40.00' },
  },
  {
    name: 'a lease that we maintain is borne by the company',
    contracts: [
      {
        kind: 'lease',
        term: thisYear,
        covers: 'labour 100, travel 100',
        lease: { lessor: 'Fleet Bank', swapRight: false, maintainedBy: 'company' },
      },
    ],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
  },
  {
    name: 'a lease that the customer maintains bears nothing',
    contracts: [
      {
        kind: 'lease',
        term: thisYear,
        covers: 'labour 100, travel 100',
        lease: { lessor: 'Fleet Bank', swapRight: false, maintainedBy: 'customer' },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['lease on labour: customer-maintains', 'lease on travel: customer-maintains'],
  },
  {
    name: 'lease against purchase: the lease comes first, what it leaves the purchase bears',
    contracts: [
      { kind: 'purchase', term: thisYear, covers: 'labour 100' },
      {
        kind: 'lease',
        term: thisYear,
        covers: 'labour 50, travel 100',
        lease: { lessor: 'Fleet Bank', swapRight: false, maintainedBy: 'lessor' },
      },
    ],
    decides: { labour: '120.00: lessor 60.00, company 60.00', travel: '40.00: lessor 40.00' },
    because: ['purchase on travel: not-included'],
  },
  {
    name: 'a purchase bears what it says for its first months',
    on: '2026-02-01',
    contracts: [{ kind: 'purchase', term: ['2026-01-15', '2026-04-14'], covers: 'labour 100, parts 100' }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: customer 40.00' },
    because: ['purchase on travel: not-included'],
  },
  {
    name: 'the warranty bears first, the contract what the warranty leaves',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, parts 100' }],
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100, parts 50, travel 100' }],
    work: { parts: { pump: '100.00' } },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: company 40.00', pump: '100.00: maker 100.00' },
    because: [
      'service-agreement on labour: nothing-left',
      'maker on travel: not-included',
      'service-agreement on pump: nothing-left',
    ],
  },
  {
    name: 'a company that asks its contracts first spares the maker',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100' }],
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 50' }],
    policy: {
      precedence: ['service-agreement', 'lease', 'purchase', 'maker-warranty', 'extended-warranty', 'repair-warranty'],
    },
    decides: { labour: '120.00: maker 60.00, company 60.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement on travel: not-included', 'maker on travel: not-included'],
  },
  {
    name: 'of two agreements the larger bears first',
    contracts: [
      { kind: 'service-agreement', clause: 'Small', term: thisYear, covers: 'labour 50' },
      { kind: 'service-agreement', clause: 'Large', term: thisYear, covers: 'labour 100, travel 100' },
    ],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
    because: ['Small on labour: nothing-left', 'Small on travel: not-included'],
  },
  {
    name: 'a contract for another site does not cover',
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100', siteIds: [elsewhere] }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement: other-site'],
  },
  {
    name: 'a contract for another asset does not cover',
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100', assetIds: [another] }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement: other-asset'],
  },
  {
    name: 'a contract for boilers does not cover a lift',
    asset: { assetClass: 'lift' },
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100', assetClasses: ['boiler'] }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement: other-class'],
  },
  {
    name: 'a contract for boilers covers a boiler',
    asset: { assetClass: 'boiler' },
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100', assetClasses: ['boiler'] }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement on travel: not-included'],
  },
  {
    name: 'ended before its term it covers to its last day',
    on: '2026-03-31 23:00',
    contracts: [{ kind: 'service-agreement', term: thisYear, endedOn: '2026-03-31', covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
  },
  {
    name: 'ended before its term it covers no more on the day after',
    on: '2026-04-01 00:00',
    contracts: [{ kind: 'service-agreement', term: thisYear, endedOn: '2026-03-31', covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement: ended'],
  },
  {
    name: 'the last included appointment is taken',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'year', appointments: 4 },
        left: { appointments: 1 },
      },
    ],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
    takes: ['1 appointments, 0 h, 0.00'],
  },
  {
    name: 'with its appointments used up it does not cover',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'year', appointments: 4 },
        left: { appointments: 0 },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement: appointments-used-up'],
  },
  {
    name: 'half-used hours: of two hours one and a half are still included',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100',
        entitlement: { per: 'year', labourSeconds: 36_000 },
        left: { hours: 1.5 },
      },
    ],
    work: { hours: 2 },
    decides: { labour: '240.00: company 180.00, customer 60.00', travel: '40.00: customer 40.00' },
    because: ['service-agreement on labour: hours-used-up', 'service-agreement on travel: not-included'],
    takes: ['0 appointments, 1.5 h, 0.00'],
  },
  {
    name: 'no hours left: the labour is the customer’s, the way is not',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'year', labourSeconds: 36_000 },
        left: { hours: 0 },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: company 40.00' },
    because: ['service-agreement on labour: hours-used-up'],
    takes: ['0 appointments, 0 h, 0.00'],
  },
  {
    name: 'half-used budget: 130.00 are left, the labour takes 120.00 of it and the way the rest',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'term', spendMinorUnits: 100_000 },
        left: { spend: '130.00' },
      },
    ],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 10.00, customer 30.00' },
    because: ['service-agreement on travel: spend-used-up'],
    takes: ['0 appointments, 0 h, 130.00'],
  },
  {
    name: 'a budget that nobody has touched is whole',
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'term', spendMinorUnits: 15_000 },
      },
    ],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 30.00, customer 10.00' },
    because: ['service-agreement on travel: spend-used-up'],
    takes: ['0 appointments, 0 h, 150.00'],
  },
  {
    name: 'what the maker bears is not taken from the included hours',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100' }],
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'labour 100, travel 100',
        entitlement: { per: 'year', labourSeconds: 36_000 },
        left: { hours: 5 },
      },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: company 40.00' },
    because: ['service-agreement on labour: nothing-left', 'maker on travel: not-included'],
    takes: ['0 appointments, 0 h, 0.00'],
  },
  {
    name: "a contract's own rates are cheaper for its customer",
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'travel 100',
        prices: { labour: [{ name: 'Agreed hour', perHourMinorUnits: 9000 }] },
      },
    ],
    decides: { labour: '90.00: customer 90.00', travel: '40.00: company 40.00' },
    because: ['service-agreement on labour: not-included'],
  },
  {
    name: "a contract's rates that are dearer than the company's do not hold",
    contracts: [
      {
        kind: 'service-agreement',
        term: thisYear,
        covers: 'travel 100',
        prices: { labour: [{ name: 'Agreed hour', perHourMinorUnits: 15_000 }] },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: company 40.00' },
    because: ['service-agreement on labour: not-included'],
  },
];
