import * as z from 'zod/mini';
import { assetSchema, meterState } from '../../model/asset.ts';
import { idOf } from '../../model/entity.ts';
import { place } from '../../model/place.ts';
import { shortText } from '../../model/scalar.ts';
import { endpoint, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const {
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  customerId: _customerId,
  meters: _meters,
  ...facts
} = assetSchema.shape;
/** What is entered about an asset; meters are read, not entered. */
export const assetBody = z.strictObject(facts);

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');
const params = z.strictObject({ assetId: idOf('asset') });

export const listAssets = endpoint({
  method: 'GET',
  path: '/v1/assets',
  entry: 'agreements',
  summary: 'Assets of every customer by serial, or those whose serial begins with some letters',
  access: office,
  query: z.strictObject({
    ...pageQuery,
    serial: z.optional(z.string().check(z.maxLength(100))),
    /** With the sites where they stand. */
    sites: z.optional(z.literal('with')),
  }),
  /** With the names of the customers whose they are. */
  response: z.extend(pageOf(assetSchema), {
    customers: z.array(z.strictObject({ id: idOf('customer'), name: shortText })),
    sites: z.optional(z.array(z.strictObject({ id: idOf('site'), place }))),
  }),
});

export const createAsset = endpoint({
  method: 'POST',
  path: '/v1/customers/{customerId}/assets',
  entry: 'agreements',
  summary: 'A machine at one of the customer’s sites',
  access: office,
  params: z.strictObject({ customerId: idOf('customer') }),
  body: assetBody,
  response: assetSchema,
  status: 201,
});

export const changeAsset = endpoint({
  method: 'PUT',
  path: '/v1/assets/{assetId}',
  entry: 'agreements',
  summary: 'What is known of an asset; `customerId` sells it to another customer, whose site must then be named',
  access: office,
  params,
  body: z.strictObject({ ...assetBody.shape, customerId: idOf('customer') }),
  response: assetSchema,
  versioned: true,
});

export const readMeter = endpoint({
  method: 'POST',
  path: '/v1/assets/{assetId}/meters',
  entry: 'agreements',
  summary: 'A reading of one of its meters; one older than what is known changes nothing',
  access: office,
  params,
  body: meterState,
  response: assetSchema,
});
