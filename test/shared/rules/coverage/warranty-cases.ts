import type { WorkedCase } from './worked-case.ts';

const twoYears = ['2025-06-01', '2027-05-31'] as const;
const customerA = 'cu_01J00000000000000000000000';
const siteA = 'si_01J00000000000000000000000';

/** What warranties bear. An hour costs 120.00, coming near 40.00. */
export const warrantyCases: readonly WorkedCase[] = [
  {
    name: 'nothing covers: the customer pays all',
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
  },
  {
    name: "the maker's warranty bears labour and parts, not the way",
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, parts 100' }],
    work: { parts: { pump: '100.00' } },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00', pump: '100.00: maker 100.00' },
    because: ['maker on travel: not-included'],
  },
  {
    name: 'an extended warranty is borne by the company',
    warranties: [{ kind: 'extended', term: twoYears, covers: 'parts 100' }],
    work: { parts: { pump: '100.00' } },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00', pump: '100.00: company 100.00' },
    because: ['extended on labour: not-included', 'extended on travel: not-included'],
  },
  {
    name: 'a repair warranty is borne by the company',
    warranties: [{ kind: 'repair', term: ['2026-05-01', '2026-07-31'], covers: 'labour 100, parts 100, travel 100' }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
  },
  {
    name: 'half of the labour is half of its price',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 50' }],
    decides: { labour: '120.00: maker 60.00, customer 60.00', travel: '40.00: customer 40.00' },
    because: ['maker on travel: not-included'],
  },
  {
    name: 'on its last day it still covers, a minute before midnight in the zone of the asset',
    on: '2027-05-31 23:59',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: "expired yesterday at midnight in the asset's zone",
    on: '2027-06-01 00:00',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: expired'],
  },
  {
    name: 'in Honolulu it is still the last day when New York has the next',
    zone: 'Pacific/Honolulu',
    on: '2027-05-31 20:00',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'in Shanghai the day after begins while UTC still has the last day',
    zone: 'Asia/Shanghai',
    on: '2027-06-01 00:30',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: expired'],
  },
  {
    name: 'the last day is an hour shorter when the clocks go forward, and covers to its end',
    on: '2026-03-08 23:30',
    warranties: [{ kind: 'maker', term: ['2024-03-09', '2026-03-08'], covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'the last day is an hour longer when the clocks go back, and covers in the hour that comes twice',
    on: '2026-11-01 01:30',
    warranties: [{ kind: 'maker', term: ['2024-11-02', '2026-11-01'], covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'has not begun a minute before its first day',
    on: '2025-05-31 23:59',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: not-begun'],
  },
  {
    name: 'begins with the first minute of its first day',
    on: '2025-06-01 00:00',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'by usage: at the limit it still covers',
    asset: { meters: [{ meter: 'hours', reading: 2000, readAt: '2026-05-01T12:00:00.000Z' }] },
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100', endsByUsage: { meter: 'hours', endsAbove: 2000 } },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00' },
    because: ['maker on travel: not-included'],
  },
  {
    name: 'by usage: above the limit it has ended, though its day has not come',
    asset: { meters: [{ meter: 'hours', reading: 2001, readAt: '2026-05-01T12:00:00.000Z' }] },
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100', endsByUsage: { meter: 'hours', endsAbove: 2000 } },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: usage-exceeded'],
  },
  {
    name: 'by usage: another meter does not count',
    asset: { meters: [{ meter: 'kilometres', reading: 90_000, readAt: '2026-05-01T12:00:00.000Z' }] },
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100', endsByUsage: { meter: 'hours', endsAbove: 2000 } },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00' },
    because: ['maker on travel: not-included'],
  },
  {
    name: 'by usage: while the meter was never read the day decides',
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100', endsByUsage: { meter: 'cycles', endsAbove: 500 } },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00' },
    because: ['maker on travel: not-included'],
  },
  {
    name: 'wear parts are excluded, the labour to change them is not',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, parts 100', excludes: { wearParts: true } }],
    work: { parts: { filter: '14.00', pump: '100.00' }, wears: ['filter'] },
    decides: {
      labour: '120.00: maker 120.00',
      travel: '40.00: customer 40.00',
      filter: '14.00: customer 14.00',
      pump: '100.00: maker 100.00',
    },
    because: ['maker on travel: not-included', 'maker on filter: wear-part'],
  },
  {
    name: 'a part that the clause names is excluded',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, parts 100', excludes: { parts: ['glass'] } }],
    work: { parts: { glass: '80.00' } },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00', glass: '80.00: customer 80.00' },
    because: ['maker on travel: not-included', 'maker on glass: part-excluded'],
  },
  {
    name: 'misuse voids the claim as a whole',
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100, travel 100', excludes: { misuseCodes: ['water-damage'] } },
    ],
    work: { causes: ['water-damage'] },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker on labour: misuse', 'maker on travel: misuse'],
  },
  {
    name: 'another cause than those named voids nothing',
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100, travel 100', excludes: { misuseCodes: ['water-damage'] } },
    ],
    work: { causes: ['lime'] },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'misuse that the maker excludes is still borne by the contract',
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100, travel 100', excludes: { misuseCodes: ['water-damage'] } },
    ],
    contracts: [{ kind: 'service-agreement', term: ['2026-01-01', '2026-12-31'], covers: 'labour 100, travel 100' }],
    work: { causes: ['water-damage'] },
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
    because: ['maker on labour: misuse', 'maker on travel: misuse'],
  },
  {
    name: "somebody else's repair within the term ends the maker's cover",
    asset: { othersRepairedOn: ['2026-02-03'] },
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100', excludes: { othersRepair: true } }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker on labour: others-repair', 'maker on travel: not-included'],
  },
  {
    name: "somebody else's repair before the term does not matter",
    asset: { othersRepairedOn: ['2024-02-03'] },
    warranties: [{ kind: 'repair', term: twoYears, covers: 'labour 100', excludes: { othersRepair: true } }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: customer 40.00' },
    because: ['repair on travel: not-included'],
  },
  {
    name: 'a limit per claim is spent on labour first, then on parts',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100, parts 100', limitPerClaimMinorUnits: 15_000 }],
    work: { parts: { pump: '100.00' } },
    decides: {
      labour: '120.00: maker 120.00',
      travel: '40.00: customer 40.00',
      pump: '100.00: maker 30.00, customer 70.00',
    },
    because: ['maker on travel: not-included', 'maker on pump: claim-limit-reached'],
  },
  {
    name: 'a warranty on one part bears that part and the labour to change it',
    warranties: [{ kind: 'extended', term: twoYears, covers: 'labour 100, parts 100', onlyPart: 'pump' }],
    work: { parts: { pump: '100.00', valve: '50.00' } },
    decides: {
      labour: '120.00: company 120.00',
      travel: '40.00: customer 40.00',
      pump: '100.00: company 100.00',
      valve: '50.00: customer 50.00',
    },
    because: ['extended on travel: not-included', 'extended on valve: other-part'],
  },
  {
    name: 'a warranty on one part has nothing to do with work on others',
    warranties: [{ kind: 'extended', term: twoYears, covers: 'labour 100, parts 100', onlyPart: 'pump' }],
    work: { parts: { valve: '50.00' } },
    decides: {
      labour: '120.00: customer 120.00',
      travel: '40.00: customer 40.00',
      valve: '50.00: customer 50.00',
    },
    because: ['extended on labour: other-part', 'extended on travel: not-included', 'extended on valve: other-part'],
  },
  {
    name: 'sold on: a warranty that does not go along has ended',
    warranties: [
      {
        kind: 'maker',
        term: twoYears,
        covers: 'labour 100',
        givenTo: { customerId: customerA },
        transfers: { onSale: false, onMove: true },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: not-transferred'],
  },
  {
    name: 'sold on: a warranty that goes along still covers',
    warranties: [
      {
        kind: 'maker',
        term: twoYears,
        covers: 'labour 100, travel 100',
        givenTo: { customerId: customerA },
        transfers: { onSale: true, onMove: true },
      },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'moved to another site: a warranty for the place has ended',
    asset: { customerId: customerA },
    warranties: [
      {
        kind: 'maker',
        term: twoYears,
        covers: 'labour 100',
        givenTo: { customerId: customerA, siteId: siteA },
        transfers: { onSale: true, onMove: false },
      },
    ],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: not-transferred'],
  },
  {
    name: 'one that asks for a proof covers nothing without it',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'labour 100', needsProof: true }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    because: ['maker: no-proof'],
  },
  {
    name: 'one that asks for a proof covers with it',
    warranties: [
      {
        kind: 'maker',
        term: twoYears,
        covers: 'labour 100, travel 100',
        needsProof: true,
        proofs: [{ kind: 'document', name: 'Invoice', contentHash: 'a'.repeat(64) }],
      },
    ],
    decides: { labour: '120.00: maker 120.00', travel: '40.00: maker 40.00' },
  },
  {
    name: 'what the maker bears in part is borne to the end by the extended warranty',
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 60, travel 100' },
      { kind: 'extended', term: twoYears, covers: 'labour 100' },
    ],
    decides: { labour: '120.00: maker 72.00, company 48.00', travel: '40.00: maker 40.00' },
    because: ['extended on travel: not-included'],
  },
  {
    name: "above the maker's own limit his return number is asked for",
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100, parts 100', makerAuthorisesAboveMinorUnits: 20_000 },
    ],
    work: { parts: { board: '100.00' } },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00', board: '100.00: maker 100.00' },
    because: ['maker on travel: not-included'],
    needs: ['maker-return for 220.00'],
  },
  {
    name: "at the maker's own limit nobody is asked",
    warranties: [
      { kind: 'maker', term: twoYears, covers: 'labour 100, parts 100', makerAuthorisesAboveMinorUnits: 22_000 },
    ],
    work: { parts: { board: '100.00' } },
    decides: { labour: '120.00: maker 120.00', travel: '40.00: customer 40.00', board: '100.00: maker 100.00' },
    because: ['maker on travel: not-included'],
  },
];
