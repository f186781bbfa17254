import * as z from 'zod/mini';
import { coverageDecisionSchema } from './coverage-decision.ts';
import { coverageFactsSchema } from './coverage-facts.ts';
import { idOf } from './entity.ts';
import { actor } from './history-entry.ts';
import { contentHash } from './photo.ts';
import { instant } from './time.ts';

/** A decision as it is kept: with the facts it was made from, chained to the one before and signed, so that nobody alters it unseen. */
export const coverageRecordSchema = z.strictObject({
  workOrderId: idOf('workOrder'),
  /** 1 for a work order's first decision. */
  sequence: z.int().check(z.positive()),
  at: instant,
  by: actor,
  facts: coverageFactsSchema,
  decision: coverageDecisionSchema,
  /** The record's before it; absent for the first. */
  previousHash: z.optional(contentHash),
  /** SHA-256 over all of the above in canonical JSON (RFC 8785's order of fields). */
  hash: contentHash,
  /** HMAC-SHA-256 of the hash with the deployment's key. */
  signature: contentHash,
});
export type CoverageRecord = z.infer<typeof coverageRecordSchema>;
