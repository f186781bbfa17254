import type { WorkedCase } from './worked-case.ts';

const twoYears = ['2025-06-01', '2027-05-31'] as const;
const thisYear = ['2026-01-01', '2026-12-31'] as const;
const workingHours = [{ weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '18:00' }];
const evenings = [{ weekdays: [1, 2, 3, 4, 5], from: '17:00', to: '24:00' }];

/** Rates, rounding, and whose word is needed. */
export const moneyCases: readonly WorkedCase[] = [
  {
    name: '33 percent of 100.01 are 33.00 and a fraction: cents stay whole',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'parts 33' }],
    work: { hours: 0, parts: { pump: '100.01' } },
    decides: {
      labour: '0.00: nobody',
      travel: '40.00: customer 40.00',
      pump: '100.01: maker 33.00, customer 67.01',
    },
    because: ['maker on labour: not-included', 'maker on travel: not-included'],
  },
  {
    name: 'half a cent falls to who bears, not to the customer',
    warranties: [{ kind: 'maker', term: twoYears, covers: 'parts 50' }],
    work: { hours: 0, parts: { washer: '0.25' } },
    decides: { labour: '0.00: nobody', travel: '40.00: customer 40.00', washer: '0.25: maker 0.13, customer 0.12' },
    because: ['maker on labour: not-included', 'maker on travel: not-included'],
  },
  {
    name: 'three who bear one promise share a cent too many by the largest remainder',
    warranties: [
      {
        kind: 'maker',
        term: twoYears,
        covers: 'parts 100',
        bornBy: [
          { party: 'maker', percent: 34 },
          { party: 'company', percent: 33 },
          { party: 'lessor', percent: 33 },
        ],
      },
    ],
    work: { hours: 0, parts: { seal: '1.00', ring: '0.02' } },
    decides: {
      labour: '0.00: nobody',
      travel: '40.00: customer 40.00',
      ring: '0.02: maker 0.01, company 0.01',
      seal: '1.00: maker 0.34, lessor 0.33, company 0.33',
    },
    because: ['maker on labour: not-included', 'maker on travel: not-included'],
  },
  {
    name: 'one cent cannot be split',
    warranties: [
      {
        kind: 'extended',
        term: twoYears,
        covers: 'parts 100',
        bornBy: [
          { party: 'company', percent: 50 },
          { party: 'maker', percent: 50 },
        ],
      },
    ],
    work: { hours: 0, parts: { pin: '0.01' } },
    decides: { labour: '0.00: nobody', travel: '40.00: customer 40.00', pin: '0.01: company 0.01' },
    because: ['extended on labour: not-included', 'extended on travel: not-included'],
  },
  {
    name: 'begun quarters of an hour are charged whole',
    work: { hours: 1.1 },
    decides: { labour: '150.00: customer 150.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'far away costs by the kilometre',
    work: { kilometres: 21 },
    decides: { labour: '120.00: customer 120.00', travel: '91.50: customer 91.50' },
  },
  {
    name: 'at the border of the near zone it is near',
    work: { kilometres: 20 },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'in the evening the hour is dearer, from five o’clock on',
    prices: {
      labour: [
        { name: 'Evening', hours: evenings, perHourMinorUnits: 18_000 },
        { name: 'Day', perHourMinorUnits: 12_000 },
      ],
    },
    work: { startsAt: '2026-05-12 17:00' },
    decides: { labour: '180.00: customer 180.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'a minute before five it is still day',
    prices: {
      labour: [
        { name: 'Evening', hours: evenings, perHourMinorUnits: 18_000 },
        { name: 'Day', perHourMinorUnits: 12_000 },
      ],
    },
    work: { startsAt: '2026-05-12 16:59' },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'work that nobody has planned yet is priced by usual hours, though it is asked about in the evening',
    on: '2026-05-12 20:00',
    prices: {
      labour: [
        { name: 'Evening', hours: evenings, perHourMinorUnits: 18_000 },
        { name: 'Day', perHourMinorUnits: 12_000 },
      ],
    },
    work: { notPlanned: true },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'of work that nobody has planned yet no rate counts that no hour would give it',
    prices: {
      labour: [
        { name: 'Working hours', hours: workingHours, perHourMinorUnits: 12_500 },
        { name: 'Evenings and weekends', perHourMinorUnits: 18_750 },
        { name: 'Never reached', perHourMinorUnits: 1000 },
      ],
    },
    work: { notPlanned: true },
    decides: { labour: '125.00: customer 125.00', travel: '40.00: customer 40.00' },
  },
  {
    name: 'a discount on parts is rounded once',
    prices: { partsDiscountPercent: 15 },
    work: { hours: 0, parts: { belt: '19.50' } },
    decides: { labour: '0.00: nobody', travel: '40.00: customer 40.00', belt: '16.57: customer 16.57' },
  },
  {
    name: 'above the limit the customer is asked first',
    policy: { quoteAboveMinorUnits: 15_000 },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
    needs: ['customer-quote for 160.00'],
  },
  {
    name: 'at the limit he is not asked',
    policy: { quoteAboveMinorUnits: 16_000 },
    decides: { labour: '120.00: customer 120.00', travel: '40.00: customer 40.00' },
  },
  {
    name: "the contract's limit goes before the company's",
    policy: { quoteAboveMinorUnits: 1000 },
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'travel 100', quoteAboveMinorUnits: 20_000 }],
    decides: { labour: '120.00: customer 120.00', travel: '40.00: company 40.00' },
    because: ['service-agreement on labour: not-included'],
  },
  {
    name: 'what the company bears above its own limit a manager approves',
    policy: { approval: { aboveMinorUnits: 10_000, role: 'manager' } },
    contracts: [{ kind: 'service-agreement', term: thisYear, covers: 'labour 100, travel 100' }],
    decides: { labour: '120.00: company 120.00', travel: '40.00: company 40.00' },
    needs: ['internal-approval by manager for 160.00'],
  },
];
