import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { instantSpan } from './time.ts';

export const absenceSchema = z.strictObject({
  ...recordOf('absence'),
  technicianId: idOf('technician'),
  kind: z.enum(['holiday', 'sick', 'training', 'other']),
  span: instantSpan,
  remark: z.optional(shortText),
});
export type Absence = z.infer<typeof absenceSchema>;
