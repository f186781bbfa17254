import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { longText, shortText } from './scalar.ts';
import { instant } from './time.ts';

/** Said about an appointment; added, never changed. */
export const noteSchema = z.strictObject({
  id: idOf('note'),
  appointmentId: idOf('appointment'),
  at: instant,
  by: shortText,
  text: longText,
});
export type Note = z.infer<typeof noteSchema>;
