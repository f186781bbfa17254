import { customerSchema, type Customer } from '../../../shared/model/customer.ts';
import { defineEntity } from '../entity.ts';

/** Listed by name; found by phone and e-mail through its contact entries. */
export const customerEntity = defineEntity<Customer, Pick<Customer, 'id'>>({
  name: 'customer',
  schema: customerSchema,
  key: ({ id }) => ({ partition: ['CUSTOMER', id], sort: 'CUSTOMER' }),
  gsi1: ({ name, id }) => ({ partition: ['CUSTOMERS'], sort: `${name.toLowerCase()}#${id}` }),
});
