import * as z from 'zod/mini';
import { authorisationSchema, drawnSignature } from '../../model/authorisation.ts';
import { coverageDecisionSchema, coverageDifference, coverageLine } from '../../model/coverage-decision.ts';
import { coverageFactsSchema } from '../../model/coverage-facts.ts';
import { coverageRecordSchema } from '../../model/coverage-record.ts';
import { idOf } from '../../model/entity.ts';
import { currency, minorUnits } from '../../model/money.ts';
import { count, longText, shortText } from '../../model/scalar.ts';
import { clockKind, openClocksSchema, slaClock } from '../../model/sla.ts';
import { instant } from '../../model/time.ts';
import { customer, endpoint, everyStaff, staff } from '../endpoint.ts';

const params = z.strictObject({ workOrderId: idOf('workOrder') });
const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');

/** A work order's clocks at the moment of the answer. */
export const clocksView = z.strictObject({
  workOrderId: idOf('workOrder'),
  workOrderNumber: shortText,
  serviceRequestId: idOf('serviceRequest'),
  appointmentIds: z.array(idOf('appointment')),
  territoryId: idOf('territory'),
  priority: openClocksSchema.shape.priority,
  clocks: z.array(slaClock),
});

export const coverageFile = z.strictObject({
  /** What the facts say now: it is not kept until it is decided. */
  facts: coverageFactsSchema,
  decision: coverageDecisionSchema,
  /** What was decided and kept, the first one first. */
  records: z.array(coverageRecordSchema),
  /** Each record is what it was when it was written, and follows the one before. */
  chainHolds: z.boolean(),
  /** From the last record to what the facts say now; absent where nothing was kept yet. */
  difference: z.optional(coverageDifference),
  authorisations: z.array(authorisationSchema),
  clocks: z.array(slaClock),
});

export const getCoverage = endpoint({
  method: 'GET',
  path: '/v1/work-orders/{workOrderId}/coverage',
  entry: 'agreements',
  summary: 'Who pays what of a work order and why, line by line, what was decided before, and what waits for whom',
  access: everyStaff,
  params,
  response: coverageFile,
});

export const decideWorkOrderCoverage = endpoint({
  method: 'POST',
  path: '/v1/work-orders/{workOrderId}/coverage',
  entry: 'agreements',
  summary:
    'Decides anew from the facts as they stand, keeps it signed after the one before, and takes from contracts what it uses; the same facts change nothing',
  access: office,
  params,
  body: z.strictObject({ causes: z.optional(z.array(shortText).check(z.maxLength(20))) }),
  response: z.strictObject({ record: coverageRecordSchema, difference: z.optional(coverageDifference) }),
});

export const listAuthorisations = endpoint({
  method: 'GET',
  path: '/v1/authorisations',
  entry: 'agreements',
  summary: 'What waits for somebody’s word, the oldest first',
  access: office,
  response: z.strictObject({ items: z.array(authorisationSchema) }),
});

export const askAuthorisations = endpoint({
  method: 'POST',
  path: '/v1/work-orders/{workOrderId}/authorisations',
  entry: 'agreements',
  summary:
    'Asks for every word that the last decision needs and nobody was asked for; the work order goes on hold until they are given. The quote’s link is shown this once',
  access: office,
  params,
  response: z.strictObject({
    authorisations: z.array(authorisationSchema),
    /** For the customer, where he is to be asked. */
    quoteLink: z.optional(z.string()),
  }),
});

export const answerAuthorisation = endpoint({
  method: 'POST',
  path: '/v1/authorisations/{authorisationId}/answer',
  entry: 'agreements',
  summary:
    'Approves or refuses: an internal one by somebody of its role, a maker’s with his number, a customer’s where he said so on the phone; withdrawn by any of the office',
  access: office,
  params: z.strictObject({ authorisationId: idOf('authorisation') }),
  body: z.strictObject({
    to: z.enum(['approved', 'refused', 'withdrawn']),
    remark: z.optional(longText),
    reference: z.optional(shortText),
  }),
  response: authorisationSchema,
  versioned: true,
});

/** What a customer sees of a quote: his own side of it. */
export const quoteView = z.strictObject({
  company: shortText,
  workOrderNumber: shortText,
  subject: shortText,
  currency,
  status: authorisationSchema.shape.status,
  lines: z.array(
    z.strictObject({
      id: coverageLine.shape.id,
      kind: coverageLine.shape.kind,
      /** The part's name, or that of the type of work; absent for the way. */
      name: z.optional(shortText),
      /** Of the part. */
      quantity: z.optional(count),
      priceMinorUnits: minorUnits,
      customerMinorUnits: minorUnits,
    }),
  ),
  totalMinorUnits: minorUnits,
  customerMinorUnits: minorUnits,
  answeredAt: z.optional(instant),
});

export const getQuote = endpoint({
  method: 'GET',
  path: '/v1/quote',
  entry: 'agreements',
  summary: 'The quote that the link is for',
  access: customer('quote'),
  response: quoteView,
});

export const answerQuote = endpoint({
  method: 'POST',
  path: '/v1/quote/answer',
  entry: 'agreements',
  summary: 'Approves the quote with a signature, or refuses it; the first answer holds',
  access: customer('quote'),
  body: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('approved'), signature: drawnSignature }),
    z.strictObject({ to: z.literal('refused'), remark: z.optional(longText) }),
  ]),
  response: quoteView,
});

export const listClocks = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/clocks',
  entry: 'agreements',
  summary: 'The clocks of all open work of a territory, what breaches first at the top',
  access: office,
  params: z.strictObject({ territoryId: idOf('territory') }),
  query: z.strictObject({ kind: z.optional(clockKind) }),
  response: z.strictObject({ items: z.array(clocksView) }),
});
