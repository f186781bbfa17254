import type { Customer } from '../../../shared/model/customer.ts';
import { contactEntryEntity } from '../entities/contact-entry.ts';
import { customerEntity } from '../entities/customer.ts';
import type { Table } from '../table-client.ts';
import { type Page, type PageRequest, foreignCursor, pageOf } from './page.ts';

/** Whose phone number or e-mail address it is. */
export const customerByContact = async (
  table: Table,
  tenantId: string,
  contacts: readonly string[],
): Promise<string | undefined> => {
  const refs = contacts.map((contact) => ({ contact: contact.toLowerCase() }));
  const found = await table.getMany(contactEntryEntity, tenantId, refs);
  return refs.flatMap(({ contact }) => found.find((entry) => entry.contact === contact)?.customerId ?? [])[0];
};

/** Customers by the beginning of their name, in any case. */
export const customersByName = (
  table: Table,
  tenantId: string,
  beginning: string,
  request: PageRequest,
): Promise<Page<Customer> | typeof foreignCursor> =>
  pageOf(
    table,
    customerEntity,
    { tenantId, index: 'gsi1', partition: ['CUSTOMERS'], ...(beginning && { beginsWith: beginning.toLowerCase() }) },
    request,
  );
