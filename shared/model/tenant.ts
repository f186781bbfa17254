import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { planPreferences } from './plan-preferences.ts';
import { language, phoneNumber, shortText } from './scalar.ts';
import { weeklyHours } from './territory.ts';
import { timeZone } from './time.ts';

export const tenantSchema = z.strictObject({
  ...recordOf('tenant'),
  name: shortText,
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  language,
  phone: z.optional(phoneNumber),
  /** What a new territory begins with. */
  timeZone: z.optional(timeZone),
  /** What a new technician's shifts and a new territory's hours begin with. */
  workingWeek: z.optional(z.array(weeklyHours).check(z.maxLength(14))),
  /** How long it is kept where technicians were; absent: 60 days. */
  positionsKeptDays: z.optional(z.int().check(z.minimum(1), z.maximum(365))),
  /** What plans, candidates and what-if weigh beside ways and promises; absent: the usual. */
  planPreferences: z.optional(planPreferences),
});
export type Tenant = z.infer<typeof tenantSchema>;
