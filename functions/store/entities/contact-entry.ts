import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  contact: z.string(),
  customerId: idOf('customer'),
});
/** Whose phone number or e-mail address (in lower case) it is; the first customer who gave it keeps it. */
export type ContactEntry = z.infer<typeof schema>;

export const contactEntryEntity = defineEntity<ContactEntry, Pick<ContactEntry, 'contact'>>({
  name: 'contact-entry',
  schema,
  key: ({ contact }) => ({ partition: ['CONTACT', contact], sort: 'CONTACT' }),
});
