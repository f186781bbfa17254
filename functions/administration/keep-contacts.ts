import type { Customer } from '../../shared/model/customer.ts';
import type { StaffAsked } from '../api/route.ts';
import { Refusal } from '../platform/errors.ts';
import { contactEntryEntity } from '../store/entities/contact-entry.ts';
import { customerEntity } from '../store/entities/customer.ts';
import { keepCustomerWords } from '../store/keep-customer-words.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';

interface Change {
  readonly before?: Customer;
  readonly after: Customer;
  readonly despite?: readonly 'contact-taken'[] | undefined;
}

/** Lets the customer be found by the name, numbers and addresses that he has now, and no longer by those that he had. */
export const keepContacts = async (
  { deps, tenantId }: StaffAsked,
  work: UnitOfWork,
  { before, after, despite }: Change,
): Promise<void> => {
  keepCustomerWords(work, before, after);
  const wanted = contactsOf(after);
  const had = before ? contactsOf(before) : [];
  const refs = [...new Set([...wanted, ...had])].map((contact) => ({ contact }));
  const entries = await deps.table.getMany(contactEntryEntity, tenantId, refs);
  for (const contact of wanted) {
    const entry = entries.find((one) => one.contact === contact);
    if (!entry) work.add(contactEntryEntity, { contact, customerId: after.id });
    else if (entry.customerId !== after.id && !had.includes(contact) && !despite?.includes('contact-taken')) {
      const other = await deps.table.get(customerEntity, tenantId, { id: entry.customerId });
      const present = other && { customerId: other.id, name: other.name, contact };
      throw new Refusal('conflict', {
        reason: 'contact-taken',
        detail: `${contact} belongs to ${other?.name ?? 'another customer'}.`,
        ...(present && { present }),
      });
    }
  }
  for (const contact of had) {
    const isOwn = entries.some((one) => one.contact === contact && one.customerId === after.id);
    if (isOwn && !wanted.includes(contact)) work.remove(contactEntryEntity, { contact });
  }
};

/** The customer's own, and those of the people there; each once. */
const contactsOf = ({ phones, email, contacts = [] }: Customer): string[] => {
  const all = [...phones, email, ...contacts.flatMap((one) => [one.phone, one.email])];
  return [...new Set(all.flatMap((one) => (one === undefined ? [] : [one.toLowerCase()])))];
};
