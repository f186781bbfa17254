import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { day } from '../../model/time.ts';
import { contentHash } from '../../model/photo.ts';
import { proof, proofSizeBytes, proofType, warrantySchema } from '../../model/warranty.ts';
import { endpoint, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const {
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  assetId: _assetId,
  ...facts
} = warrantySchema.shape;
/** What is entered about a warranty. Without a first day it begins on the day that `startsBy` names, as the asset has it. */
export const warrantyBody = z.strictObject({ ...facts, startsOn: z.optional(day) });

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');
const params = z.strictObject({ warrantyId: idOf('warranty') });

export const listWarranties = endpoint({
  method: 'GET',
  path: '/v1/warranties',
  entry: 'agreements',
  summary: 'Warranties of every asset by their last day; `endsFrom` leaves out those that end before',
  access: office,
  query: z.strictObject({ ...pageQuery, endsFrom: z.optional(day) }),
  response: pageOf(warrantySchema),
});

export const createWarranty = endpoint({
  method: 'POST',
  path: '/v1/assets/{assetId}/warranties',
  entry: 'agreements',
  summary: 'A warranty on an asset, or on one of its parts',
  access: office,
  params: z.strictObject({ assetId: idOf('asset') }),
  body: warrantyBody,
  response: warrantySchema,
  status: 201,
});

export const changeWarranty = endpoint({
  method: 'PUT',
  path: '/v1/warranties/{warrantyId}',
  entry: 'agreements',
  summary: 'Changes a warranty; what was decided by it stays as it was decided',
  access: office,
  params,
  body: warrantyBody,
  response: warrantySchema,
  versioned: true,
});

export const removeWarranty = endpoint({
  method: 'DELETE',
  path: '/v1/warranties/{warrantyId}',
  entry: 'agreements',
  summary: 'Removes a warranty that was entered by mistake',
  access: staff('manager', 'administrator'),
  params,
  status: 204,
});

export const addProof = endpoint({
  method: 'POST',
  path: '/v1/warranties/{warrantyId}/proofs',
  entry: 'agreements',
  summary:
    'Names a document or photo that shows the warranty by its content hash and gives the address to put the file to; the same hash again is the same proof',
  access: office,
  params,
  body: z.strictObject({ ...proof.shape, type: proofType, sizeBytes: proofSizeBytes }),
  response: z.strictObject({
    warranty: warrantySchema,
    upload: z.strictObject({ url: z.string(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
  }),
  status: 201,
});

export const getProof = endpoint({
  method: 'GET',
  path: '/v1/warranties/{warrantyId}/proofs/{contentHash}',
  entry: 'agreements',
  summary: 'A short-lived address of the file of a proof',
  access: office,
  params: z.strictObject({ warrantyId: idOf('warranty'), contentHash }),
  response: z.strictObject({ url: z.string() }),
});
