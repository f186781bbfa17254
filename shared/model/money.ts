import * as z from 'zod/mini';

/** ISO 4217. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'expected a currency as USD'));

/** An amount in the smallest unit of its currency, such as cents; no amount is ever a fraction. */
export const minorUnits = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

/** Who can bear a share of a price. */
export const party = z.enum(['customer', 'company', 'maker', 'lessor']);
export type Party = z.infer<typeof party>;

/** What each side pays of one price; the four always sum to it. */
export const partyShares = z.strictObject({
  customer: minorUnits,
  company: minorUnits,
  maker: minorUnits,
  lessor: minorUnits,
});
export type PartyShares = z.infer<typeof partyShares>;
