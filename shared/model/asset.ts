import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { day, instant } from './time.ts';

/** The latest reading of one of its meters, such as hours, cycles or kilometres. */
export const meterState = z.strictObject({ meter: shortText, reading: wholeNumber, readAt: instant });
export type MeterState = z.infer<typeof meterState>;

/** The customer's installed machine. */
export const assetSchema = z.strictObject({
  ...recordOf('asset'),
  customerId: idOf('customer'),
  siteId: idOf('site'),
  name: shortText,
  /** What sort of machine it is, e.g. boiler; work types say which sorts they serve. */
  assetClass: shortText,
  maker: shortText,
  model: shortText,
  serial: shortText,
  installedOn: day,
  soldOn: z.optional(day),
  firstUsedOn: z.optional(day),
  meters: z.optional(z.array(meterState).check(z.maxLength(20))),
  /** Days on which somebody else repaired it. */
  othersRepairedOn: z.optional(z.array(day).check(z.maxLength(50))),
});
export type Asset = z.infer<typeof assetSchema>;
