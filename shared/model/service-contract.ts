import * as z from 'zod/mini';
import { bornBy } from './born-by.ts';
import { idOf, recordOf } from './entity.ts';
import { fixPromises } from './fix-promises.ts';
import { minorUnits } from './money.ts';
import { emailAddress, longText, shortText } from './scalar.ts';
import { day, instant, timeZone } from './time.ts';
import { weeklyHours } from './territory.ts';
import { coveredShares } from './warranty.ts';

/** What is included in each period; what has no figure is not limited. */
export const entitlement = z.strictObject({
  per: z.enum(['term', 'year', 'month']),
  appointments: z.optional(z.int().check(z.nonnegative(), z.maximum(100_000))),
  labourSeconds: z.optional(z.int().check(z.nonnegative(), z.maximum(100_000 * 3600))),
  spendMinorUnits: z.optional(minorUnits),
});
export type Entitlement = z.infer<typeof entitlement>;

export const renewal = z.strictObject({
  kind: z.enum(['ends', 'by-agreement', 'automatic']),
  months: z.int().check(z.positive(), z.maximum(240)),
  /** By so many days before its end it must be given notice of. */
  noticeDays: z.int().check(z.nonnegative(), z.maximum(730)),
});

/** What a lease adds: the machine stays the lessor's. */
export const leaseTerms = z.strictObject({
  lessor: shortText,
  returnCondition: z.optional(longText),
  swapRight: z.boolean(),
  /** So often may a machine be swapped for another within the term; absent: as often as need be. */
  mostSwaps: z.optional(z.int().check(z.positive(), z.maximum(100))),
  /** From this day on it may be bought for the residual. */
  residualOn: z.optional(day),
  residualMinorUnits: z.optional(minorUnits),
  maintainedBy: z.enum(['lessor', 'company', 'customer']),
});

/** Another machine put in the place of a leased one, on its first day. */
export const leaseSwap = z.strictObject({
  on: day,
  oldAssetId: idOf('asset'),
  newAssetId: idOf('asset'),
  reason: z.optional(longText),
  by: shortText,
  at: instant,
});
export type LeaseSwap = z.infer<typeof leaseSwap>;

/** What became of a leased machine at the end: given back as it was found, or bought for the residual; `on` is its last day. */
export const leaseReturn = z.strictObject({
  on: day,
  assetId: idOf('asset'),
  how: z.enum(['returned', 'bought']),
  /** As it was found. */
  condition: z.optional(longText),
  /** Whether that is the condition that was agreed. */
  asAgreed: z.optional(z.boolean()),
  /** What the customer owes: for what is not as agreed, or the residual. */
  owedMinorUnits: z.optional(minorUnits),
  by: shortText,
  at: instant,
});
export type LeaseReturn = z.infer<typeof leaseReturn>;

/** Who looks after a contract on the company's side. */
export const contractKeeper = z.strictObject({ name: shortText, email: emailAddress });

/** Only in these hours, read in this zone and not on the days of this calendar, promised time runs. */
export const contractHours = z.strictObject({
  timeZone,
  weekly: z.array(weeklyHours).check(z.maxLength(21)),
  holidayCalendarId: z.optional(idOf('holidayCalendar')),
});

export const serviceContractSchema = z.strictObject({
  ...recordOf('serviceContract'),
  customerId: idOf('customer'),
  kind: z.enum(['purchase', 'lease', 'service-agreement']),
  clause: shortText,
  /** Empty: every site of the customer. */
  siteIds: z.array(idOf('site')).check(z.maxLength(200)),
  /** Only these assets; absent or empty: any. */
  assetIds: z.optional(z.array(idOf('asset')).check(z.maxLength(500))),
  /** Only assets of these classes; absent or empty: any. */
  assetClasses: z.optional(z.array(shortText).check(z.maxLength(50))),
  startsOn: day,
  endsOn: day,
  /** Ended before its term: its last day. */
  endedOn: z.optional(day),
  renewal: z.optional(renewal),
  /** The version that it follows, and the one that follows it; each is kept. */
  renewsId: z.optional(idOf('serviceContract')),
  renewedById: z.optional(idOf('serviceContract')),
  /** How many days before its end people were told so far; written by the watch. */
  expiryTold: z.optional(z.array(z.int()).check(z.maxLength(10))),
  covers: coveredShares,
  entitlement: z.optional(entitlement),
  respondWithinSeconds: z.optional(fixPromises),
  arriveWithinSeconds: z.optional(fixPromises),
  fixWithinSeconds: fixPromises,
  /** Absent: promised time runs round the clock. */
  hours: z.optional(contractHours),
  /** Absent: the company's own price list. */
  priceListId: z.optional(idOf('priceList')),
  preferredTechnicianIds: z.optional(z.array(idOf('technician')).check(z.maxLength(50))),
  forbiddenTechnicianIds: z.optional(z.array(idOf('technician')).check(z.maxLength(50))),
  /** Above this sum of his own share the customer is asked first; absent: as the company's policy says. */
  quoteAboveMinorUnits: z.optional(minorUnits),
  /** Who bears what it covers; absent: the lessor where he maintains his machine, else the company. */
  bornBy: z.optional(bornBy),
  lease: z.optional(leaseTerms),
  /** Written by the commands, the oldest first. */
  leaseSwaps: z.optional(z.array(leaseSwap).check(z.maxLength(100))),
  leaseReturns: z.optional(z.array(leaseReturn).check(z.maxLength(500))),
  /** Who is told before it ends; absent: whom the company's policy names. */
  keeper: z.optional(contractKeeper),
  /** Whether the customer is told too. */
  tellsCustomer: z.optional(z.boolean()),
});
export type ServiceContract = z.infer<typeof serviceContractSchema>;
