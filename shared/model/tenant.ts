import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { language, phoneNumber, shortText } from './scalar.ts';

export const tenantSchema = z.strictObject({
  ...recordOf('tenant'),
  name: shortText,
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  language,
  phone: z.optional(phoneNumber),
});
export type Tenant = z.infer<typeof tenantSchema>;
