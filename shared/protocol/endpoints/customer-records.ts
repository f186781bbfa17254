import * as z from 'zod/mini';
import { customerSchema } from '../../model/customer.ts';
import { idOf } from '../../model/entity.ts';
import { siteSchema } from '../../model/site.ts';
import { endpoint, staff } from '../endpoint.ts';

const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = customerSchema.shape;
/** What is entered about a customer. */
export const customerBody = z.strictObject(facts);
/** `contact-taken`: the number belongs to another customer, who goes on being found by it. */
const despite = z.optional(z.array(z.enum(['contact-taken'])));
const { name, place, accessNotes } = siteSchema.shape;
export const siteBody = z.strictObject({ name, place, accessNotes });

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');
const params = z.strictObject({ customerId: idOf('customer') });
const siteParams = z.strictObject({ customerId: idOf('customer'), siteId: idOf('site') });

export const createCustomer = endpoint({
  method: 'POST',
  path: '/v1/customers',
  entry: 'administration',
  summary:
    'A new customer. A phone number or e-mail address that another customer has is refused as `contact-taken`, unless that is named in `despite`',
  access: office,
  body: z.strictObject({ ...customerBody.shape, despite }),
  response: customerSchema,
  status: 201,
});

export const changeCustomer = endpoint({
  method: 'PUT',
  path: '/v1/customers/{customerId}',
  entry: 'administration',
  summary: 'Name, numbers, language and contacts of a customer; from now on he is found by the new numbers',
  access: office,
  params,
  body: z.strictObject({ ...customerBody.shape, despite }),
  response: customerSchema,
  versioned: true,
});

export const addSite = endpoint({
  method: 'POST',
  path: '/v1/customers/{customerId}/sites',
  entry: 'administration',
  summary: 'Another place of a customer',
  access: office,
  params,
  body: siteBody,
  response: siteSchema,
  status: 201,
});

export const changeSite = endpoint({
  method: 'PUT',
  path: '/v1/customers/{customerId}/sites/{siteId}',
  entry: 'administration',
  summary: 'Name, place and access of a site; work that is under way keeps the place that it was given',
  access: office,
  params: siteParams,
  body: siteBody,
  response: siteSchema,
  versioned: true,
});

export const removeSite = endpoint({
  method: 'DELETE',
  path: '/v1/customers/{customerId}/sites/{siteId}',
  entry: 'administration',
  summary: 'Removes a site where no machine stands and that no contract names',
  access: office,
  params: siteParams,
  status: 204,
});
