import * as z from 'zod/mini';
import { idOf } from './entity.ts';

/** Whence the times came that drives were held against: what was learned over one says nothing of another. */
export const travelSource = z.enum(['estimate', 'road-network', 'routing-service']);

/** What the drives of a territory or a technician taught: sums that fade, so that the last season counts most. */
export const travelPaceSchema = z.strictObject({
  scopeId: z.union([idOf('territory'), idOf('technician')]),
  source: travelSource,
  version: z.int().check(z.nonnegative()),
  drives: z.number().check(z.nonnegative()),
  expectedSeconds: z.number().check(z.nonnegative()),
  drivenSeconds: z.number().check(z.nonnegative()),
  /** How much wider or narrower than at first the told span must be to hold in four of five drives. */
  spread: z.number().check(z.positive()),
});
export type TravelPace = z.infer<typeof travelPaceSchema>;
