import * as z from 'zod/mini';
import { bornBy } from './born-by.ts';
import { idOf, recordOf } from './entity.ts';
import { minorUnits } from './money.ts';
import { contentHash, photoType } from './photo.ts';
import { percent, shortText, wholeNumber } from './scalar.ts';
import { day } from './time.ts';

/** How much of each kind of cost is carried for the customer, in percent. */
export const coveredShares = z.strictObject({ labour: percent, parts: percent, travel: percent });
export type CoveredShares = z.infer<typeof coveredShares>;

/** A reading at which it ends, if that comes before its last day: of the meter of that name, such as hours or kilometres. */
export const usageLimit = z.strictObject({ meter: shortText, endsAbove: wholeNumber });

/** What it never covers. */
export const warrantyExclusions = z.strictObject({
  /** Parts that wear out in the usual course. */
  wearParts: z.optional(z.boolean()),
  partIds: z.optional(z.array(idOf('part')).check(z.maxLength(200))),
  /** Causes found at the machine that void the claim, such as water-damage. */
  misuseCodes: z.optional(z.array(shortText).check(z.maxLength(50))),
  /** Anything after somebody else repaired the machine within its term. */
  othersRepair: z.optional(z.boolean()),
});

/** A photo, or a document as it is scanned. */
export const proofType = z.union([photoType, z.literal('application/pdf')]);
export const proofSizeBytes = z.int().check(z.positive(), z.maximum(8 * 1024 * 1024, 'a proof may have 8 MiB'));

/** A document or photo that shows the promise, kept by the hash of its content; without a type its file lies elsewhere. */
export const proof = z.strictObject({
  kind: z.enum(['document', 'photo']),
  name: shortText,
  contentHash,
  type: z.optional(proofType),
  sizeBytes: z.optional(proofSizeBytes),
});
export type Proof = z.infer<typeof proof>;

/** A maker's, extended or repair promise on an asset; it holds from its first to its last day inclusive, in the site's zone. */
export const warrantySchema = z.strictObject({
  ...recordOf('warranty'),
  assetId: idOf('asset'),
  kind: z.enum(['maker', 'extended', 'repair']),
  clause: shortText,
  /** What its first day was taken from; absent: told as a day. */
  startsBy: z.optional(z.enum(['sale', 'installation', 'first-use'])),
  startsOn: day,
  endsOn: day,
  endsByUsage: z.optional(usageLimit),
  covers: coveredShares,
  /** Holds for this part of the asset alone; absent: for all of it. */
  partId: z.optional(idOf('part')),
  exclusions: z.optional(warrantyExclusions),
  /** The most that it bears of one work order. */
  limitPerClaimMinorUnits: z.optional(minorUnits),
  /** Whose it was when it was given, so that a sale or a move is seen; absent: whoever owns the asset. */
  givenTo: z.optional(z.strictObject({ customerId: idOf('customer'), siteId: z.optional(idOf('site')) })),
  /** Whether it goes along when the asset is sold, or moved to another site; absent: it does. */
  transfers: z.optional(z.strictObject({ onSale: z.boolean(), onMove: z.boolean() })),
  /** It holds only with a proof. */
  needsProof: z.optional(z.boolean()),
  proofs: z.optional(z.array(proof).check(z.maxLength(10))),
  /** Who bears what it covers; absent: the maker his own, the company the others. */
  bornBy: z.optional(bornBy),
  /** Above this sum of one work order the maker's return authorisation is needed; absent: never. */
  makerAuthorisesAboveMinorUnits: z.optional(minorUnits),
});
export type Warranty = z.infer<typeof warrantySchema>;
