import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { assetSchema } from '../../model/asset.ts';
import { customerSchema } from '../../model/customer.ts';
import { idOf } from '../../model/entity.ts';
import { phoneNumber } from '../../model/scalar.ts';
import { serviceContractSchema } from '../../model/service-contract.ts';
import { siteSchema } from '../../model/site.ts';
import { warrantySchema } from '../../model/warranty.ts';
import { endpoint, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');

export const listCustomers = endpoint({
  method: 'GET',
  path: '/v1/customers',
  summary: 'Customers by name, by the beginning of any words of it, or by a phone number',
  access: office,
  query: z.strictObject({
    ...pageQuery,
    name: z.optional(z.string().check(z.maxLength(100))),
    phone: z.optional(phoneNumber),
  }),
  response: pageOf(customerSchema),
});

export const getCustomerFile = endpoint({
  method: 'GET',
  path: '/v1/customers/{customerId}',
  summary: 'A customer with sites, assets and contracts',
  access: office,
  params: z.strictObject({ customerId: idOf('customer') }),
  response: z.strictObject({
    customer: customerSchema,
    sites: z.array(siteSchema),
    assets: z.array(assetSchema),
    contracts: z.array(serviceContractSchema),
  }),
});

export const getAssetFile = endpoint({
  method: 'GET',
  path: '/v1/assets/{assetId}',
  summary: 'An asset with its warranties and the appointments it had',
  access: staff('dispatcher', 'agent', 'technician', 'clerk', 'manager', 'administrator'),
  params: z.strictObject({ assetId: idOf('asset') }),
  response: z.strictObject({
    asset: assetSchema,
    warranties: z.array(warrantySchema),
    appointments: z.array(appointmentSchema),
  }),
});
