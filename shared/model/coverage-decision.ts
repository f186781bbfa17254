import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';
import { coveredShares } from './warranty.ts';

/** What was looked at and why it does or does not cover. */
export const coverageCandidate = z.strictObject({
  kind: z.enum(['warranty', 'service-contract']),
  id: z.union([idOf('warranty'), idOf('serviceContract')]),
  clause: shortText,
  applies: z.boolean(),
  reason: z.enum(['in-force', 'not-begun', 'expired', 'other-site']),
});

/** What is covered, by which clause, as of which moment. The customer pays what the shares leave. */
export const coverageDecisionSchema = z.strictObject({
  decidedAt: instant,
  basis: z.enum(['warranty', 'service-contract', 'none']),
  clause: z.optional(shortText),
  covers: coveredShares,
  candidates: z.array(coverageCandidate).check(z.maxLength(50)),
});
export type CoverageDecision = z.infer<typeof coverageDecisionSchema>;
