import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { percent, shortText } from './scalar.ts';
import { day } from './time.ts';

/** How much of each kind of cost is carried for the customer, in percent. */
export const coveredShares = z.strictObject({ labour: percent, parts: percent, travel: percent });
export type CoveredShares = z.infer<typeof coveredShares>;

/** A maker's or extended promise on an asset; it holds from its first to its last day inclusive, in the site's zone. */
export const warrantySchema = z.strictObject({
  ...recordOf('warranty'),
  assetId: idOf('asset'),
  kind: z.enum(['maker', 'extended', 'repair']),
  clause: shortText,
  startsOn: day,
  endsOn: day,
  covers: coveredShares,
});
export type Warranty = z.infer<typeof warrantySchema>;
