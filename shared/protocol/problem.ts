import * as z from 'zod/mini';

/** Why something was refused, as a code for programs; the title and detail say it in words. */
export const problemCode = z.enum([
  'bad-input',
  'unauthenticated',
  'not-allowed',
  'not-found',
  'conflict',
  'changed-meanwhile',
  'double-booking',
  'wrong-state',
  'excluded',
  'stock-too-low',
  'task-required',
  'link-ended',
  'idempotency-key-reused',
  'too-large',
  'too-many',
  'unavailable',
  'fault',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** What is wrong with a field, for screens that say it in their reader's language. */
export const fieldErrorCode = z.enum([
  'required',
  'too-long',
  'too-short',
  'too-large',
  'too-small',
  'not-a-number',
  'not-a-choice',
  'wrong-form',
  'unknown-field',
]);
export type FieldErrorCode = z.infer<typeof fieldErrorCode>;

/** What a rule found about a field that is written as it should be, for screens that say it in their reader's language. */
export const fieldFinding = z.enum([
  'not-there',
  'several',
  'named-twice',
  'ends-before-it-begins',
  'no-first-day',
  'driven-by-another',
]);

export const fieldError = z.strictObject({
  /** Dotted path of the field, e.g. body.place.location.0. */
  field: z.string(),
  message: z.string(),
  /** Absent where only the message can tell. */
  code: z.optional(fieldErrorCode),
  finding: z.optional(fieldFinding),
  /** The name or number that it is about. */
  said: z.optional(z.string()),
});
export type FieldError = z.infer<typeof fieldError>;

/** Problem details, RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.optional(z.string()),
  /** A finer reason of the rule that refused, e.g. skill-missing. */
  reason: z.optional(z.string()),
  /** The facts behind the reason, for screens that say it in their reader's language. */
  values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  errors: z.optional(z.array(fieldError)),
  /** The thing as it stands now, where the refusal is that it changed. */
  present: z.optional(z.unknown()),
  traceId: z.optional(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;
