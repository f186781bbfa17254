import * as z from 'zod/mini';
import { outcome, workOrderTask } from './appointment.ts';
import { idOf } from './entity.ts';
import { foundCauses } from './found-causes.ts';
import { contentHash, photoSizeBytes, photoType } from './photo.ts';
import { count, longText, shortText, wholeNumber } from './scalar.ts';
import { timeEntrySchema } from './time-entry.ts';

const about = { appointmentId: idOf('appointment') };
const file = { contentHash, type: photoType, sizeBytes: photoSizeBytes };
const ofParts = { ...about, usageId: idOf('partUsage'), partId: idOf('part') };

/** What a technician can do without signal: the name of the change and what it needs to know. Whatever it adds brings its id. */
export const mutationArgs = {
  accept: z.strictObject(about),
  decline: z.strictObject({ ...about, reason: shortText }),
  'start-travel': z.strictObject(about),
  arrive: z.strictObject(about),
  /** Opens the time entry that stopping, or the end of the appointment, closes. */
  'start-work': z.strictObject({ ...about, entryId: idOf('timeEntry') }),
  'stop-work': z.strictObject(about),
  'answer-task': z.strictObject({
    ...about,
    key: workOrderTask.shape.key,
    value: z.nullable(z.union([z.boolean(), z.number(), shortText])),
  }),
  'use-part': z.strictObject({ ...ofParts, quantity: count }),
  'return-part': z.strictObject({ ...ofParts, quantity: count }),
  'swap-part': z.strictObject({ ...ofParts, removedSerial: shortText, fittedSerial: shortText }),
  /** What was reserved for the appointment lies on the van now. */
  'fetch-part': z.strictObject({ ...about, partId: idOf('part'), stockLocationId: idOf('stockLocation') }),
  'read-meter': z.strictObject({
    ...about,
    readingId: idOf('meterReading'),
    assetId: idOf('asset'),
    meter: shortText,
    reading: wholeNumber,
  }),
  /** Every one that he found; none takes back what he had recorded. */
  'record-causes': z.strictObject({ ...about, causes: foundCauses.shape.found }),
  'add-note': z.strictObject({ ...about, noteId: idOf('note'), text: longText }),
  'add-photo': z.strictObject({ ...about, ...file }),
  sign: z.strictObject({ ...about, signedBy: shortText, ...file }),
  'enter-time': z.strictObject({
    ...about,
    entryId: idOf('timeEntry'),
    kind: timeEntrySchema.shape.kind,
    from: timeEntrySchema.shape.from,
    to: timeEntrySchema.shape.to,
  }),
  complete: z.strictObject({ ...about, outcome }),
  /** With a follow-up the rest of the work waits as an appointment of its own. */
  'cannot-complete': z.strictObject({ ...about, outcome, followUp: z.optional(longText) }),
  'hand-over': z.strictObject({ ...about, toTechnicianId: idOf('technician'), reason: shortText }),
  'request-part': z.strictObject({
    ...about,
    noticeId: idOf('fieldNotice'),
    partId: idOf('part'),
    quantity: count,
    remark: z.optional(shortText),
  }),
  'request-help': z.strictObject({ ...about, noticeId: idOf('fieldNotice'), text: longText }),
  'raise-lead': z.strictObject({
    ...about,
    noticeId: idOf('fieldNotice'),
    kind: z.enum(['lead', 'quote']),
    text: longText,
  }),
} as const;

export type MutationName = keyof typeof mutationArgs;
export type ArgsOf<Name extends MutationName> = z.infer<(typeof mutationArgs)[Name]>;

export const isMutationName = (name: string): name is MutationName => Object.hasOwn(mutationArgs, name);
export const mutationNames = Object.keys(mutationArgs).filter(isMutationName);

/** Reads arguments by their schema; nothing where they do not fit. */
export const argsReader =
  <Args>(schema: z.ZodMiniType<Args>) =>
  (given: unknown): Args | undefined =>
    z.safeParse(schema, given).data;
