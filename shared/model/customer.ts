import * as z from 'zod/mini';
import { recordOf } from './entity.ts';
import { emailAddress, language, phoneNumber, shortText } from './scalar.ts';

export const customerSchema = z.strictObject({
  ...recordOf('customer'),
  name: shortText,
  kind: z.enum(['household', 'business', 'public-body']),
  phones: z.array(phoneNumber).check(z.maxLength(10)),
  email: z.optional(emailAddress),
  language,
});
export type Customer = z.infer<typeof customerSchema>;
