import * as z from 'zod/mini';
import { contractUsageSchema, contractDrawing } from '../../model/contract-usage.ts';
import { idOf } from '../../model/entity.ts';
import { messageSchema } from '../../model/message.ts';
import { shortText } from '../../model/scalar.ts';
import { leaseReturn, leaseSwap, serviceContractSchema } from '../../model/service-contract.ts';
import { day, instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const {
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
} = serviceContractSchema.shape;
/** What is entered about a contract. */
export const contractBody = z.strictObject(facts);

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');
const managers = staff('manager', 'administrator');
const params = z.strictObject({ contractId: idOf('serviceContract') });

export const listContracts = endpoint({
  method: 'GET',
  path: '/v1/contracts',
  entry: 'agreements',
  summary: 'Contracts of every customer by their last day, from `endsFrom` to `endsTo`: what expires next stands first',
  access: office,
  query: z.strictObject({ ...pageQuery, endsFrom: z.optional(day), endsTo: z.optional(day) }),
  /** With the names of the customers whose they are. */
  response: z.extend(pageOf(serviceContractSchema), {
    customers: z.array(z.strictObject({ id: idOf('customer'), name: shortText })),
  }),
});

/** A period of a contract with what is left, and what each work order took. */
export const contractPeriod = z.strictObject({
  from: day,
  to: day,
  /** Absent: nothing was taken yet, or nothing is limited. */
  usage: z.optional(contractUsageSchema),
  drawings: z.array(
    z.strictObject({
      workOrderId: idOf('workOrder'),
      /** Absent: the work order is no longer kept. */
      workOrderNumber: z.optional(shortText),
      ...contractDrawing.shape,
    }),
  ),
});

export const getContractFile = endpoint({
  method: 'GET',
  path: '/v1/contracts/{contractId}',
  entry: 'agreements',
  summary: 'A contract with what was consumed in each of its periods, and all of its versions, the first one first',
  access: office,
  params,
  response: z.strictObject({
    contract: serviceContractSchema,
    periods: z.array(contractPeriod),
    versions: z.array(serviceContractSchema),
    /** To who looks after it and to its customer, before it ends; the oldest first. */
    messages: z.array(messageSchema),
  }),
});

export const createContract = endpoint({
  method: 'POST',
  path: '/v1/customers/{customerId}/contracts',
  entry: 'agreements',
  summary: 'A purchase, lease or service agreement',
  access: managers,
  params: z.strictObject({ customerId: idOf('customer') }),
  body: contractBody,
  response: serviceContractSchema,
  status: 201,
});

export const changeContract = endpoint({
  method: 'PUT',
  path: '/v1/contracts/{contractId}',
  entry: 'agreements',
  summary: 'Corrects a contract; for another term renew it',
  access: managers,
  params,
  body: contractBody,
  response: serviceContractSchema,
  versioned: true,
});

export const renewContract = endpoint({
  method: 'POST',
  path: '/v1/contracts/{contractId}/renewal',
  entry: 'agreements',
  summary:
    'Its next version, from the day after its last, for the months of its renewal or to the day named; the old one is kept',
  access: managers,
  params,
  body: z.strictObject({ endsOn: z.optional(day), changes: z.optional(z.partial(contractBody)) }),
  response: serviceContractSchema,
  status: 201,
  versioned: true,
});

export const endContract = endpoint({
  method: 'POST',
  path: '/v1/contracts/{contractId}/end',
  entry: 'agreements',
  summary: 'Ends it before its term; the day is its last',
  access: managers,
  params,
  body: z.strictObject({ on: day }),
  response: serviceContractSchema,
  versioned: true,
});

const { by: _swapBy, at: _swapAt, ...swapFacts } = leaseSwap.shape;
export const swapLeased = endpoint({
  method: 'POST',
  path: '/v1/contracts/{contractId}/swaps',
  entry: 'agreements',
  summary:
    'Puts another machine in the place of a leased one from a day on; refused where the lease gives no right to it or it is used up',
  access: managers,
  params,
  body: z.strictObject(swapFacts),
  response: serviceContractSchema,
  versioned: true,
});

const { by: _returnBy, at: _returnAt, ...returnFacts } = leaseReturn.shape;
export const returnLeased = endpoint({
  method: 'POST',
  path: '/v1/contracts/{contractId}/returns',
  entry: 'agreements',
  summary:
    'Takes a leased machine back in the condition in which it was found, or sells it for the residual; with the last one the lease ends',
  access: managers,
  params,
  body: z.strictObject(returnFacts),
  response: serviceContractSchema,
  versioned: true,
});

const technicianIds = z.array(idOf('technician'));

/** What a plan of the day heeds about an appointment; one that nobody is named for and that goes on with nothing is left out. */
export const heldTo = z.strictObject({
  appointmentId: idOf('appointment'),
  /** Whom the contracts in force prefer and forbid. */
  named: z.optional(z.strictObject({ preferred: technicianIds, forbidden: technicianIds })),
  /** It goes on with work that is done or planned: by these alone, and no sooner. */
  onlyBy: z.optional(z.strictObject({ technicianIds, earliestStartAt: instant })),
  /** It goes on with work that has no time yet. */
  heldBack: z.optional(z.literal(true)),
});
export type HeldTo = z.infer<typeof heldTo>;

export const listHeldTo = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/days/{day}/held-to',
  entry: 'agreements',
  summary:
    'Whom contracts and earlier visits name for the appointments of a day and for what waits, as a plan of the day heeds it',
  access: staff('dispatcher', 'manager', 'administrator'),
  params: z.strictObject({ territoryId: idOf('territory'), day }),
  response: z.strictObject({ appointments: z.array(heldTo) }),
});
