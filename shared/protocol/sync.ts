import * as z from 'zod/mini';
import { appointmentSchema, outcome, workOrderTask } from '../model/appointment.ts';
import { idOf } from '../model/entity.ts';
import { contentHash, photoSizeBytes, photoType } from '../model/photo.ts';
import { count, longText, shortText, wholeNumber } from '../model/scalar.ts';
import { instant } from '../model/time.ts';

/** What a phone of today speaks; the two versions before it are still understood. */
export const syncSchemaVersion = 1;

/** One installation of the phone page; a fresh one after every wipe, so that numbers never meet twice. */
export const clientId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

const appointmentId = idOf('appointment');
const about = { appointmentId };

/** What a technician can do without signal: the name of the change and what it needs to know. */
const changes = {
  accept: z.strictObject(about),
  decline: z.strictObject({ ...about, reason: shortText }),
  'start-travel': z.strictObject(about),
  arrive: z.strictObject(about),
  'start-work': z.strictObject(about),
  'stop-work': z.strictObject(about),
  'answer-task': z.strictObject({
    ...about,
    key: workOrderTask.shape.key,
    value: z.nullable(z.union([z.boolean(), z.number(), shortText])),
  }),
  'use-part': z.strictObject({ ...about, usageId: idOf('partUsage'), partId: idOf('part'), quantity: count }),
  'return-part': z.strictObject({ ...about, usageId: idOf('partUsage'), partId: idOf('part'), quantity: count }),
  'swap-part': z.strictObject({
    ...about,
    usageId: idOf('partUsage'),
    partId: idOf('part'),
    removedSerial: shortText,
    fittedSerial: shortText,
  }),
  'read-meter': z.strictObject({ ...about, assetId: idOf('asset'), meter: shortText, reading: wholeNumber }),
  'add-note': z.strictObject({ ...about, noteId: idOf('note'), text: longText }),
  'add-photo': z.strictObject({ ...about, contentHash, type: photoType, sizeBytes: photoSizeBytes }),
  sign: z.strictObject({ ...about, signedBy: shortText, contentHash, type: photoType, sizeBytes: photoSizeBytes }),
  'enter-time': z.strictObject({
    ...about,
    entryId: shortText,
    kind: z.enum(['travel', 'work', 'break', 'other']),
    from: instant,
    to: instant,
  }),
  complete: z.strictObject({ ...about, outcome }),
  'cannot-complete': z.strictObject({ ...about, outcome, followUp: z.optional(longText) }),
  'hand-over': z.strictObject({ ...about, toTechnicianId: idOf('technician'), reason: shortText }),
  'request-part': z.strictObject({ ...about, partId: idOf('part'), quantity: count, remark: z.optional(shortText) }),
  'request-help': z.strictObject({ ...about, text: longText }),
  'raise-lead': z.strictObject({ ...about, kind: z.enum(['lead', 'quote']), text: longText }),
} as const;

export type MutationName = keyof typeof changes;

/** The name alone; `argsOf` knows what belongs to it, so that one unknown or malformed change is refused by itself and not its whole push. */
export const mutationNames = Object.keys(changes);
export const argsOf = (name: string): z.ZodMiniType | undefined =>
  Object.entries(changes).find(([known]) => known === name)?.[1];
export type ArgsOf<Name extends MutationName> = z.infer<(typeof changes)[Name]>;

/** One change, numbered without gaps per client; its number is its order, `recordedAt` is only what the phone's clock said. */
export const mutationSchema = z.strictObject({
  id: z.int().check(z.positive()),
  name: shortText,
  args: z.unknown(),
  /** The appointment's version that the technician saw. */
  baseVersion: z.optional(wholeNumber),
  recordedAt: instant,
});
export type Mutation = z.infer<typeof mutationSchema>;

/** Both values of a field that two people changed; what the server kept is `theirs`. */
export const fieldConflict = z.strictObject({ field: shortText, yours: z.unknown(), theirs: z.unknown() });

/** What became of a change; a repeat gets the very same. */
export const mutationResult = z.strictObject({
  id: wholeNumber,
  state: z.enum(['applied', 'merged', 'refused']),
  /** A refusal's code and words. */
  reason: z.optional(shortText),
  detail: z.optional(shortText),
  conflicts: z.optional(z.array(fieldConflict)),
  /** The phone's clock cannot have been right; durations made of it are marked. */
  clockDoubted: z.optional(z.boolean()),
  present: z.optional(appointmentSchema),
});
export type MutationResult = z.infer<typeof mutationResult>;

export const pushBody = z.strictObject({
  clientId,
  schemaVersion: wholeNumber,
  /** What the phone's clock says now, so that its error can be measured. */
  sentAt: instant,
  mutations: z.array(mutationSchema).check(z.minLength(1), z.maxLength(50)),
});
export type Push = z.infer<typeof pushBody>;

export const pushAnswer = z.strictObject({ lastMutationId: wholeNumber, results: z.array(mutationResult) });
