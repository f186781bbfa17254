import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { emailAddress, language, phoneNumber, shortText } from './scalar.ts';

/** Somebody at a customer's. */
export const contactPerson = z.strictObject({
  name: shortText,
  role: z.optional(shortText),
  phone: z.optional(phoneNumber),
  email: z.optional(emailAddress),
});
export type ContactPerson = z.infer<typeof contactPerson>;

export const customerSchema = z.strictObject({
  ...recordOf('customer'),
  name: shortText,
  kind: z.enum(['household', 'business', 'public-body']),
  phones: z.array(phoneNumber).check(z.maxLength(10)),
  email: z.optional(emailAddress),
  language,
  /** People there, for who calls whom; found by the customer's own numbers and by theirs. */
  contacts: z.optional(z.array(contactPerson).check(z.maxLength(20))),
});
export type Customer = z.infer<typeof customerSchema>;
