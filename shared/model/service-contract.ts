import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { day, durationSeconds } from './time.ts';
import { coveredShares } from './warranty.ts';

/** Within what time after the request the work must be done, by priority. */
export const fixPromises = z.strictObject({
  emergency: durationSeconds,
  high: durationSeconds,
  normal: durationSeconds,
  low: durationSeconds,
});
export type FixPromises = z.infer<typeof fixPromises>;

export const serviceContractSchema = z.strictObject({
  ...recordOf('serviceContract'),
  customerId: idOf('customer'),
  kind: z.enum(['purchase', 'lease', 'service-agreement']),
  clause: shortText,
  /** Empty: every site of the customer. */
  siteIds: z.array(idOf('site')).check(z.maxLength(200)),
  startsOn: day,
  endsOn: day,
  covers: coveredShares,
  fixWithinSeconds: fixPromises,
});
export type ServiceContract = z.infer<typeof serviceContractSchema>;
