import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { BodyOf } from '../../../shared/protocol/endpoint.ts';
import type { createContract } from '../../../shared/protocol/endpoints/contracts.ts';
import { lastDayOf } from '../assets/warranty-draft.ts';

/** What is entered about a contract. */
export type ContractDraft = BodyOf<typeof createContract>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  customerId: _customerId,
  renewsId: _renewsId,
  renewedById: _renewedById,
  endedOn: _endedOn,
  expiryTold: _expiryTold,
  leaseSwaps: _leaseSwaps,
  leaseReturns: _leaseReturns,
  ...facts
}: ServiceContract): ContractDraft => facts;

/** What a lease says before anything is entered. */
export const newLease: NonNullable<ContractDraft['lease']> = { lessor: '', swapRight: false, maintainedBy: 'lessor' };

const hour = 3600;

/** A new one is a service agreement of a year from today, renewed by agreement. */
export const newContract = (today: Day): ContractDraft => ({
  kind: 'service-agreement',
  clause: '',
  siteIds: [],
  startsOn: today,
  endsOn: lastDayOf(today, 12),
  renewal: { kind: 'by-agreement', months: 12, noticeDays: 90 },
  covers: { labour: 100, parts: 0, travel: 100 },
  fixWithinSeconds: { emergency: 4 * hour, high: 8 * hour, normal: 48 * hour, low: 120 * hour },
});
