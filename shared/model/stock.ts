import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { place } from './place.ts';
import { count, shortText, wholeNumber } from './scalar.ts';
import { weeklyHours } from './territory.ts';
import { instant, timeZone } from './time.ts';

export const stockLocationSchema = z.strictObject({
  ...recordOf('stockLocation'),
  name: shortText,
  kind: z.enum(['warehouse', 'van', 'depot', 'site']),
  place: z.optional(place),
  /** When technicians may fetch parts there; absent: at any time. */
  openingHours: z.optional(z.array(weeklyHours).check(z.maxLength(21))),
  /** In which the opening hours are read; absent: that of the territory that is planned. */
  timeZone: z.optional(timeZone),
});
export type StockLocation = z.infer<typeof stockLocationSchema>;

/** How much of a part lies at a place; always the sum of the movements there and never below zero. */
export const stockLevelSchema = z.strictObject({
  stockLocationId: idOf('stockLocation'),
  partId: idOf('part'),
  quantity: wholeNumber,
  /** Of it, what is promised to appointments that will fetch it; never more than lies there. */
  reserved: z.optional(wholeNumber),
  version: z.int().check(z.positive()),
  updatedAt: instant,
});
export type StockLevel = z.infer<typeof stockLevelSchema>;

/** One line of the ledger; written once, never changed. */
export const stockMovementSchema = z.strictObject({
  id: idOf('stockMovement'),
  stockLocationId: idOf('stockLocation'),
  partId: idOf('part'),
  kind: z.enum(['opening', 'receipt', 'usage', 'return', 'transfer-in', 'transfer-out', 'correction']),
  /** What it adds to the level; negative takes away. */
  change: z.int().check(z.minimum(-10_000), z.maximum(1_000_000)),
  at: instant,
  by: shortText,
  appointmentId: z.optional(idOf('appointment')),
});
export type StockMovement = z.infer<typeof stockMovementSchema>;

/** A part used on an appointment from one place's stock, put back there unused, or fitted in the place of another by its serial. */
export const partUsageSchema = z.strictObject({
  id: idOf('partUsage'),
  appointmentId: idOf('appointment'),
  partId: idOf('part'),
  stockLocationId: idOf('stockLocation'),
  /** Absent: used. */
  kind: z.optional(z.enum(['used', 'returned', 'swapped'])),
  quantity: count,
  removedSerial: z.optional(shortText),
  fittedSerial: z.optional(shortText),
  at: instant,
  by: shortText,
});
export type PartUsage = z.infer<typeof partUsageSchema>;
