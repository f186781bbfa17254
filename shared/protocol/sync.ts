import * as z from 'zod/mini';
import { fieldConflict } from '../model/field-notice.ts';
import { shortText, wholeNumber } from '../model/scalar.ts';
import { technicianViewSchema } from '../model/technician-view.ts';
import { instant } from '../model/time.ts';

/** What a phone of today speaks; the two versions before it are still understood. What changed between them stands in docs/sync.md. */
export const syncSchemaVersion = 3;
export const oldestSyncSchemaVersion = syncSchemaVersion - 2;

/** One installation of the phone page; a fresh one after every wipe, so that numbers never meet twice. */
export const clientId = z.uuid();

/** One change, numbered without gaps per client; its number is its order, `recordedAt` is only what the phone's clock said. */
export const mutationSchema = z.strictObject({
  id: z.int().check(z.positive()),
  name: shortText,
  /** As `mutationArgs` of the model has them by name; one unknown or malformed change is refused by itself and not its whole push. */
  args: z.unknown(),
  /** The appointment's version that the technician saw. */
  baseVersion: z.optional(wholeNumber),
  recordedAt: instant,
});
export type Mutation = z.infer<typeof mutationSchema>;

/** What became of a change; a repeat gets the very same. */
export const mutationResult = z.strictObject({
  id: wholeNumber,
  /** `merged`: applied, although others had changed the appointment meanwhile. */
  state: z.enum(['applied', 'merged', 'refused']),
  /** A refusal's code and words. */
  reason: z.optional(shortText),
  detail: z.optional(shortText),
  /** Fields that another had changed too: `theirs` was kept, `yours` is shown to both. */
  conflicts: z.optional(z.array(fieldConflict)),
  /** The phone's clock cannot have been right; lengths of time made of it are marked. */
  clockDoubted: z.optional(z.boolean()),
  /** The appointment's version after it; the next pull has the whole of it. */
  version: z.optional(wholeNumber),
});
export type MutationResult = z.infer<typeof mutationResult>;

/** So many changes go in one push, and its body has at most `bodyLimitBytes`. */
export const mostMutations = 50;

export const pushBody = z.strictObject({
  clientId,
  schemaVersion: wholeNumber,
  /** What the phone's clock says now, so that its error can be measured. */
  sentAt: instant,
  /** In the order of their numbers, without gaps. */
  mutations: z.array(mutationSchema).check(z.minLength(1), z.maxLength(mostMutations)),
});
export type Push = z.infer<typeof pushBody>;

export const pushAnswer = z.strictObject({ lastMutationId: wholeNumber, results: z.array(mutationResult) });
export type PushAnswer = z.infer<typeof pushAnswer>;

export const pullAnswer = z.strictObject({
  ...technicianViewSchema.shape,
  schemaVersion: wholeNumber,
  /** Every change of this client up to it is in the view, and none after it: the phone applies the others anew on top. */
  lastMutationId: wholeNumber,
});
export type PullAnswer = z.infer<typeof pullAnswer>;
