import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { historyEntrySchema } from '../../model/history-entry.ts';
import { place } from '../../model/place.ts';
import { priority } from '../../model/priority.ts';
import { longText, shortText } from '../../model/scalar.ts';
import { contact, requestChannel, requestKind, serviceRequestSchema } from '../../model/service-request.ts';
import { workOrderSchema } from '../../model/work-order.ts';
import { workTypeSchema } from '../../model/work-type.ts';
import { instant, timeZone } from '../../model/time.ts';
import { customer, endpoint, staff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const desk = staff('dispatcher', 'agent', 'manager', 'administrator');
const params = z.strictObject({ serviceRequestId: idOf('serviceRequest') });

/** What a caller tells; the rest the system finds. */
const told = {
  kind: requestKind,
  subject: shortText,
  description: z.optional(longText),
  contact,
  place,
  workTypeId: z.optional(idOf('workType')),
  assetId: z.optional(idOf('asset')),
};

export const createServiceRequest = endpoint({
  method: 'POST',
  path: '/v1/service-requests',
  summary:
    'Enter a request: finds territory, customer, asset, coverage, priority and due time, and makes the work order with its appointment',
  access: desk,
  body: z.strictObject({
    ...told,
    channel: requestChannel,
    customerId: z.optional(idOf('customer')),
    siteId: z.optional(idOf('site')),
    priority: z.optional(priority),
  }),
  response: z.strictObject({
    serviceRequest: serviceRequestSchema,
    workOrder: z.optional(workOrderSchema),
    appointmentId: z.optional(idOf('appointment')),
  }),
  status: 201,
});

export const listServiceRequests = endpoint({
  method: 'GET',
  path: '/v1/service-requests',
  summary:
    'Requests that wait for an answer, what is due first at the top; one territory, or those outside of every territory',
  access: desk,
  query: z.strictObject({ ...pageQuery, territoryId: z.optional(idOf('territory')) }),
  response: pageOf(serviceRequestSchema),
});

export const getServiceRequest = endpoint({
  method: 'GET',
  path: '/v1/service-requests/{serviceRequestId}',
  summary: 'A request with its history',
  access: desk,
  params,
  response: z.strictObject({ serviceRequest: serviceRequestSchema, history: z.array(historyEntrySchema) }),
});

export const acceptServiceRequest = endpoint({
  method: 'POST',
  path: '/v1/service-requests/{serviceRequestId}/accept',
  summary: 'Turn a waiting request into a work order of a work type in a territory',
  access: desk,
  params,
  body: z.strictObject({ workTypeId: idOf('workType'), territoryId: idOf('territory') }),
  response: z.strictObject({
    serviceRequest: serviceRequestSchema,
    workOrder: workOrderSchema,
    appointmentId: idOf('appointment'),
  }),
  versioned: true,
});

export const closeServiceRequest = endpoint({
  method: 'POST',
  path: '/v1/service-requests/{serviceRequestId}/close',
  summary: 'Decline a waiting request or mark it answered, with the reason',
  access: desk,
  params,
  body: z.strictObject({ as: z.enum(['declined', 'resolved']), reason: shortText }),
  response: serviceRequestSchema,
  versioned: true,
});

/** One imported request; `externalRef` makes a repeat harmless. */
export const importedRequest = z.strictObject({
  ...told,
  externalRef: shortText,
  receivedAt: instant,
  dueBy: instant,
  priority: z.optional(priority),
});
export type ImportedRequest = z.infer<typeof importedRequest>;

export const importServiceRequests = endpoint({
  method: 'POST',
  path: '/v1/service-requests/import',
  summary: 'Bring in requests from elsewhere, up to 50 at a time; what was imported before is left as it is',
  access: staff('manager', 'administrator'),
  body: z.strictObject({ requests: z.array(importedRequest).check(z.minLength(1), z.maxLength(50)) }),
  response: z.strictObject({
    results: z.array(
      z.strictObject({
        externalRef: shortText,
        result: z.enum(['created', 'already-there', 'waits-for-agent', 'failed']),
        serviceRequestId: z.optional(idOf('serviceRequest')),
      }),
    ),
  }),
});

/** The customer's own door: what he may choose from, and the request itself. */
export const getReportForm = endpoint({
  method: 'GET',
  path: '/v1/report',
  summary: 'What the web form offers: company, work types, where it serves, the asset of a scanned code',
  access: customer('report'),
  response: z.strictObject({
    company: shortText,
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    workTypes: z.array(z.pick(workTypeSchema, { id: true, name: true })),
    asset: z.optional(z.strictObject({ id: idOf('asset'), name: shortText, place })),
  }),
});

export const createReport = endpoint({
  method: 'POST',
  path: '/v1/report',
  summary: 'A customer reports a problem, complains or suggests',
  access: customer('report'),
  body: z.strictObject(told),
  response: z.strictObject({
    serviceRequestId: idOf('serviceRequest'),
    status: serviceRequestSchema.shape.status,
    dueBy: serviceRequestSchema.shape.dueBy,
    /** Of the place's territory: the promise is told in its time. Absent for a place outside of all. */
    timeZone: z.optional(timeZone),
  }),
  status: 201,
});
