import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { currency, minorUnits } from './money.ts';
import { count, percent, shortText, wholeNumber } from './scalar.ts';
import { weeklyHours } from './territory.ts';
import { timeZone } from './time.ts';

/** What an hour of labour costs. The first rate that fits holds: what it does not name, it does not ask for. */
export const labourRate = z.strictObject({
  name: shortText,
  workTypeId: z.optional(idOf('workType')),
  skillId: z.optional(idOf('skill')),
  /** Only for work that begins in these hours of the list's zone. */
  hours: z.optional(z.array(weeklyHours).check(z.maxLength(21))),
  perHourMinorUnits: minorUnits,
});

/** What it costs to come. The first zone that reaches so far holds. */
export const travelRate = z.strictObject({
  zone: shortText,
  /** Absent: any distance. */
  withinMetres: z.optional(wholeNumber),
  callOutMinorUnits: minorUnits,
  perKilometreMinorUnits: minorUnits,
});

export const priceListSchema = z.strictObject({
  ...recordOf('priceList'),
  name: shortText,
  currency,
  timeZone,
  labour: z.array(labourRate).check(z.minLength(1), z.maxLength(100)),
  /** Begun intervals of this length are charged whole. */
  labourStepSeconds: z._default(count, 900),
  travel: z.array(travelRate).check(z.maxLength(20)),
  /** Prices that differ from the catalogue's. */
  parts: z.array(z.strictObject({ partId: idOf('part'), priceMinorUnits: minorUnits })).check(z.maxLength(500)),
  /** Off the catalogue's price of all other parts, in percent. */
  partsDiscountPercent: z._default(percent, 0),
});
export type PriceList = z.infer<typeof priceListSchema>;
