import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { count, shortText, wholeNumber } from './scalar.ts';

export const partSchema = z.strictObject({
  ...recordOf('part'),
  name: shortText,
  number: shortText,
  priceMinorUnits: wholeNumber,
  /** It wears out in the usual course; some warranties leave such parts out. */
  wears: z.optional(z.boolean()),
});
export type Part = z.infer<typeof partSchema>;

export const partRequirement = z.strictObject({ partId: idOf('part'), quantity: count });
export type PartRequirement = z.infer<typeof partRequirement>;
