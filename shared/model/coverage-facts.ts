import * as z from 'zod/mini';
import { assetSchema } from './asset.ts';
import { contractUsageSchema } from './contract-usage.ts';
import { coveragePolicySchema } from './coverage-policy.ts';
import { idOf } from './entity.ts';
import { currency, minorUnits } from './money.ts';
import { priceListSchema } from './price-list.ts';
import { count, shortText, wholeNumber } from './scalar.ts';
import { serviceContractSchema } from './service-contract.ts';
import { instant, timeZone } from './time.ts';
import { warrantySchema } from './warranty.ts';

/** The name of a line within its work order, such as labour-1. */
const lineId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,60}$/));

export const labourFact = z.strictObject({
  id: lineId,
  workTypeId: idOf('workType'),
  skillIds: z.array(idOf('skill')).check(z.maxLength(10)),
  /** Absent: nobody has planned it yet. */
  startsAt: z.optional(instant),
  seconds: wholeNumber,
});
export const travelFact = z.strictObject({ id: lineId, metres: wholeNumber });
export const partFact = z.strictObject({
  id: lineId,
  partId: idOf('part'),
  quantity: count,
  /** The catalogue's. */
  unitPriceMinorUnits: minorUnits,
  wears: z.optional(z.boolean()),
});

/** The work that is asked about: as planned until it is done, as done from then on. */
export const coveredWork = z.strictObject({
  labour: z.array(labourFact).check(z.maxLength(50)),
  travel: z.array(travelFact).check(z.maxLength(50)),
  parts: z.array(partFact).check(z.maxLength(200)),
  /** Causes found at the machine, as warranties name them in their misuse codes. */
  causes: z.optional(z.array(shortText).check(z.maxLength(20))),
});
export type CoveredWork = z.infer<typeof coveredWork>;

const { version: _v, updatedAt: _u, ...left } = contractUsageSchema.shape;
const { version: _pv, createdAt: _pc, updatedAt: _pu, contractKeeper: _pk, ...policy } = coveragePolicySchema.shape;

/** Everything that a coverage decision hangs on, and nothing else: who has these facts decides the same, wherever he is. */
export const coverageFactsSchema = z.strictObject({
  /** The moment as of which promises are looked at. */
  validAt: instant,
  /** Where days begin and end: the site's. */
  timeZone,
  currency,
  customerId: z.optional(idOf('customer')),
  siteId: z.optional(idOf('site')),
  asset: z.optional(assetSchema),
  warranties: z.array(warrantySchema).check(z.maxLength(100)),
  /** The customer's contracts. */
  contracts: z.array(serviceContractSchema).check(z.maxLength(100)),
  /** What is left of their periods, without what this work order itself has taken. */
  usages: z.array(z.strictObject(left)).check(z.maxLength(100)),
  priceLists: z.array(priceListSchema).check(z.maxLength(101)),
  policy: z.strictObject(policy),
  work: coveredWork,
});
export type CoverageFacts = z.infer<typeof coverageFactsSchema>;
export type CoveragePolicyFacts = CoverageFacts['policy'];
export type UsageFacts = CoverageFacts['usages'][number];
