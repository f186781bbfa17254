import { customerSchema, type Customer } from '../../shared/model/customer.ts';
import { aRecord } from './an-id.ts';

export const aCustomer = (changes: Partial<Customer> = {}): Customer =>
  customerSchema.parse({
    ...aRecord('customer'),
    name: 'Ines Okafor',
    kind: 'household',
    phones: ['+16175550188'],
    email: 'ines@example.com',
    language: 'en',
    ...changes,
  });
