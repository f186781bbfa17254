import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { longText, shortText } from './scalar.ts';
import { instant } from './time.ts';

/** Both values of a field that two people changed; the present one, `theirs`, was kept. */
export const fieldConflict = z.strictObject({ field: shortText, yours: z.unknown(), theirs: z.unknown() });
export type FieldConflict = z.infer<typeof fieldConflict>;

/** Something from the field that somebody must look at: a change that was refused or met another's, or what a technician asks for. */
export const fieldNoticeSchema = z.strictObject({
  ...recordOf('fieldNotice'),
  kind: z.enum(['refused', 'conflict', 'declined', 'part-request', 'help-request', 'lead', 'quote-request']),
  territoryId: idOf('territory'),
  technicianId: idOf('technician'),
  technicianName: shortText,
  appointmentId: z.optional(idOf('appointment')),
  workOrderNumber: z.optional(shortText),
  /** When it happened on the phone. */
  at: instant,
  /** What is asked for or said, or why it was refused, in words. */
  text: longText,
  /** Why it was refused, as a code. */
  reason: z.optional(shortText),
  /** The change that was refused or met another's, as the phone sent it, its arguments as JSON: nothing of it is lost. */
  mutation: z.optional(z.strictObject({ id: z.int(), name: shortText, args: z.string() })),
  conflicts: z.optional(z.array(fieldConflict)),
  partId: z.optional(idOf('part')),
  quantity: z.optional(z.int()),
  settledAt: z.optional(instant),
  settledBy: z.optional(shortText),
});
export type FieldNotice = z.infer<typeof fieldNoticeSchema>;
