import type { Customer } from '../../../../shared/model/customer.ts';
import type { BodyOf } from '../../../../shared/protocol/endpoint.ts';
import type { createCustomer } from '../../../../shared/protocol/endpoints/customer-records.ts';

/** What is entered about a customer. */
export type CustomerDraft = Omit<BodyOf<typeof createCustomer>, 'despite'>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: Customer): CustomerDraft => facts;

export const newCustomer: CustomerDraft = { name: '', kind: 'household', phones: [], language: 'en' };
