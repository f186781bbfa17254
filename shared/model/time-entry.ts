import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

/** One line of a technician's time sheet; added, never changed. */
export const timeEntrySchema = z.strictObject({
  id: idOf('timeEntry'),
  technicianId: idOf('technician'),
  appointmentId: idOf('appointment'),
  kind: z.enum(['travel', 'work', 'break', 'other']),
  from: instant,
  to: instant,
  by: shortText,
  /** The clock that told it cannot have been right: the length is to be asked about. */
  isDoubted: z.optional(z.boolean()),
});
export type TimeEntry = z.infer<typeof timeEntrySchema>;
