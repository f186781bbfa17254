import type { Customer } from '../../shared/model/customer.ts';
import { nameWords } from '../../shared/rules/name-words.ts';
import { customerWordEntity } from './entities/customer-word.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Lets a customer be found by each word of his name as it is now; what he was called before finds him no longer. */
export const keepCustomerWords = (
  work: UnitOfWork,
  before: Pick<Customer, 'name'> | undefined,
  after: Pick<Customer, 'id' | 'name'>,
): void => {
  const had = before ? nameWords(before.name) : [];
  const has = nameWords(after.name);
  for (const word of has) if (!had.includes(word)) work.put(customerWordEntity, { word, customerId: after.id });
  for (const word of had) if (!has.includes(word)) work.remove(customerWordEntity, { word, customerId: after.id });
};
