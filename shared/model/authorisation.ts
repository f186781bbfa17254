import * as z from 'zod/mini';
import { authorisationNeed } from './coverage-decision.ts';
import { idOf, recordOf } from './entity.ts';
import { actor } from './history-entry.ts';
import { currency } from './money.ts';
import { contentHash } from './photo.ts';
import { longText, shortText } from './scalar.ts';
import { instant } from './time.ts';

const coordinate = z.int().check(z.minimum(0), z.maximum(4096));
/** A signature as it was drawn: strokes of x, y, x, y … in a square of 4,096. */
export const drawnSignature = z.strictObject({
  signedBy: shortText,
  strokes: z
    .array(z.array(coordinate).check(z.minLength(2), z.maxLength(2000)))
    .check(z.minLength(1), z.maxLength(100)),
});
export type DrawnSignature = z.infer<typeof drawnSignature>;

export const authorisationStatus = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);

/** Somebody's word that work needs before it goes on; while it waits it says for whom. */
export const authorisationSchema = z.strictObject({
  ...recordOf('authorisation'),
  workOrderId: idOf('workOrder'),
  workOrderNumber: shortText,
  need: authorisationNeed,
  currency,
  /** Whom it waits for, in words: the customer's name, the role, the maker. */
  waitsFor: shortText,
  status: authorisationStatus,
  /** The decision that it was asked upon. */
  decisionHash: contentHash,
  answeredAt: z.optional(instant),
  answeredBy: z.optional(actor),
  remark: z.optional(longText),
  /** The maker's number for the return. */
  reference: z.optional(shortText),
  signature: z.optional(drawnSignature),
});
export type Authorisation = z.infer<typeof authorisationSchema>;
