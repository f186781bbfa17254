import * as z from 'zod/mini';
import { contractDrawing } from './contract-usage.ts';
import { approverRole } from './coverage-policy.ts';
import { idOf } from './entity.ts';
import { currency, minorUnits, partyShares } from './money.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';
import { coveredShares } from './warranty.ts';

const promiseId = z.union([idOf('warranty'), idOf('serviceContract')]);

/** Why a promise as a whole does or does not hold. */
export const candidateReason = z.enum([
  'in-force',
  'not-begun',
  'expired',
  'ended',
  'other-site',
  'other-asset',
  'other-class',
  'usage-exceeded',
  'not-transferred',
  'no-proof',
  'appointments-used-up',
]);
export type CandidateReason = z.infer<typeof candidateReason>;

/** What was looked at and why it does or does not cover. */
export const coverageCandidate = z.strictObject({
  kind: z.enum(['warranty', 'service-contract']),
  id: promiseId,
  clause: shortText,
  applies: z.boolean(),
  reason: candidateReason,
});
export type CoverageCandidate = z.infer<typeof coverageCandidate>;

/** What is covered, by which clause, as of which moment: what everybody sees at the work. The customer pays what the shares leave. */
export const coverageSummarySchema = z.strictObject({
  decidedAt: instant,
  basis: z.enum(['warranty', 'service-contract', 'none']),
  clause: z.optional(shortText),
  covers: coveredShares,
  candidates: z.array(coverageCandidate).check(z.maxLength(50)),
});
export type CoverageSummary = z.infer<typeof coverageSummarySchema>;

/** Why a promise that holds bears nothing, or no more, of a line. */
export const exclusionReason = z.enum([
  'not-included',
  'other-part',
  'wear-part',
  'part-excluded',
  'misuse',
  'others-repair',
  'claim-limit-reached',
  'hours-used-up',
  'spend-used-up',
  'customer-maintains',
  'nothing-left',
]);
export type ExclusionReason = z.infer<typeof exclusionReason>;

/** One line of the work: its price, and what each side pays of it. */
export const coverageLine = z.strictObject({
  id: shortText,
  kind: z.enum(['labour', 'travel', 'part']),
  /** The rate or zone of the price list that it was charged by. */
  rate: z.optional(shortText),
  priceMinorUnits: minorUnits,
  shares: partyShares,
  /** Which promise bears how much, in the order in which they were asked. */
  bornBy: z.array(z.strictObject({ id: promiseId, clause: shortText, amountMinorUnits: minorUnits })),
  /** Which promises bear nothing, or no more, and why. */
  excluded: z.array(z.strictObject({ id: promiseId, clause: shortText, reason: exclusionReason })),
});
export type CoverageLine = z.infer<typeof coverageLine>;

/** Whose word is needed before the work goes on. */
export const authorisationNeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer-quote'), amountMinorUnits: minorUnits }),
  z.strictObject({ kind: z.literal('internal-approval'), role: approverRole, amountMinorUnits: minorUnits }),
  z.strictObject({ kind: z.literal('maker-return'), warrantyId: idOf('warranty'), amountMinorUnits: minorUnits }),
]);
export type AuthorisationNeed = z.infer<typeof authorisationNeed>;

/** The whole decision, line by line. The same facts always give the same one, to the byte. */
export const coverageDecisionSchema = z.strictObject({
  ...coverageSummarySchema.shape,
  currency,
  lines: z.array(coverageLine),
  totalMinorUnits: minorUnits,
  totals: partyShares,
  needs: z.array(authorisationNeed),
  /** What it takes of what contracts include. */
  drawings: z.array(contractDrawing),
});
export type CoverageDecision = z.infer<typeof coverageDecisionSchema>;

/** Who pays how much more or less than before. */
export const coverageDifference = z.strictObject({
  totalMinorUnits: z.int(),
  totals: z.strictObject({ customer: z.int(), company: z.int(), maker: z.int(), lessor: z.int() }),
  lines: z.array(
    z.strictObject({
      id: shortText,
      change: z.enum(['added', 'removed', 'changed']),
      before: z.optional(coverageLine),
      after: z.optional(coverageLine),
    }),
  ),
});
export type CoverageDifference = z.infer<typeof coverageDifference>;
