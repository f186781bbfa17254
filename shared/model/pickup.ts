import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { place } from './place.ts';
import { count, shortText } from './scalar.ts';
import { instant } from './time.ts';

/** A part that is fetched on the way to an appointment: reserved where it lies until it is on the van. */
export const pickup = z.strictObject({
  partId: idOf('part'),
  quantity: count,
  stockLocationId: idOf('stockLocation'),
  /** As the place of stock was named, and where it was, when this was planned. */
  stockLocationName: shortText,
  place,
  plannedStartAt: instant,
  plannedEndAt: instant,
  /** When it came onto the van. */
  takenAt: z.optional(instant),
});
export type Pickup = z.infer<typeof pickup>;
