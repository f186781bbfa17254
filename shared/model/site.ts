import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { place } from './place.ts';
import { shortText } from './scalar.ts';

/** A place of a customer where work is done. */
export const siteSchema = z.strictObject({
  ...recordOf('site'),
  customerId: idOf('customer'),
  name: shortText,
  place,
  accessNotes: z.optional(shortText),
});
export type Site = z.infer<typeof siteSchema>;
