import type { Customer } from '../../../shared/model/customer.ts';
import { nameWords } from '../../../shared/rules/name-words.ts';
import { contactEntryEntity } from '../entities/contact-entry.ts';
import { customerEntity } from '../entities/customer.ts';
import { customerWordEntity, letterOf } from '../entities/customer-word.ts';
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

/**
 * Customers one of whose name's words begins with the longest word that is asked for, and others with the others; each once.
 * Where none does, by the beginning of the whole name: so are those found who were kept before words were.
 */
export const customersByWords = async (
  table: Table,
  tenantId: string,
  asked: string,
  request: PageRequest,
): Promise<Page<Customer> | typeof foreignCursor> => {
  const words = nameWords(asked);
  const [longest] = words.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return customersByName(table, tenantId, asked, request);
  const partition = ['CUSTOMER-WORDS', letterOf(longest)];
  const page = await pageOf(table, customerWordEntity, { tenantId, partition, beginsWith: longest }, request);
  if (page === foreignCursor) return page;
  const refs = [...new Set(page.items.map(({ customerId }) => customerId))].map((id) => ({ id }));
  const known = new Map((await table.getMany(customerEntity, tenantId, refs)).map((one) => [one.id, one]));
  const items = page.items.flatMap(({ word, customerId }) => {
    const customer = known.get(customerId);
    return customer && isFirstToFit(customer, word, words, longest) ? [customer] : [];
  });
  if (items.length === 0 && request.cursor === undefined && page.nextCursor === undefined) {
    return customersByName(table, tenantId, asked, request);
  }
  return { items, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
};

/** Whether all fits, and this is the first of the name's words that does: two that begin alike name him once. */
const isFirstToFit = ({ name }: Customer, word: string, asked: readonly string[], longest: string): boolean => {
  const his = nameWords(name);
  const all = asked.every((one) => his.some((part) => part.startsWith(one)));
  return all && his.find((part) => part.startsWith(longest)) === word;
};
