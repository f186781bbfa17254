import * as z from 'zod/mini';
import { appointmentSchema } from '../../shared/model/appointment.ts';
import { assetSchema } from '../../shared/model/asset.ts';
import { authorisationSchema } from '../../shared/model/authorisation.ts';
import { coverageDecisionSchema, coverageSummarySchema } from '../../shared/model/coverage-decision.ts';
import { coverageFactsSchema } from '../../shared/model/coverage-facts.ts';
import { coverageRecordSchema } from '../../shared/model/coverage-record.ts';
import { customerSchema } from '../../shared/model/customer.ts';
import { historyEntrySchema } from '../../shared/model/history-entry.ts';
import { holidayCalendarSchema } from '../../shared/model/holiday-calendar.ts';
import { messageSchema } from '../../shared/model/message.ts';
import { noteSchema } from '../../shared/model/note.ts';
import { partSchema } from '../../shared/model/part.ts';
import { photoSchema } from '../../shared/model/photo.ts';
import { place } from '../../shared/model/place.ts';
import { planSchema } from '../../shared/model/plan.ts';
import { latestPositionSchema, positionFix } from '../../shared/model/position-fix.ts';
import { priceListSchema } from '../../shared/model/price-list.ts';
import { slaClock } from '../../shared/model/sla.ts';
import { serviceContractSchema } from '../../shared/model/service-contract.ts';
import { serviceRequestSchema } from '../../shared/model/service-request.ts';
import { siteSchema } from '../../shared/model/site.ts';
import {
  partUsageSchema,
  stockLevelSchema,
  stockLocationSchema,
  stockMovementSchema,
} from '../../shared/model/stock.ts';
import { technicianSchema } from '../../shared/model/technician.ts';
import { tenantSchema } from '../../shared/model/tenant.ts';
import { territorySchema } from '../../shared/model/territory.ts';
import { warrantySchema } from '../../shared/model/warranty.ts';
import { workOrderSchema } from '../../shared/model/work-order.ts';
import { workTypeSchema } from '../../shared/model/work-type.ts';
import type { Access, Endpoint } from '../../shared/protocol/endpoint.ts';
import { endpoints } from '../../shared/protocol/endpoints.ts';
import { deviceView } from '../../shared/protocol/endpoints/devices.ts';
import { idempotencyKeyHeader, serverTimeHeader } from '../../shared/protocol/headers.ts';
import { bodyLimitBytes } from '../../shared/protocol/limits.ts';
import { problemSchema } from '../../shared/protocol/problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, made from the route table; computed once. */
export const openApi = (): Json => (document ??= makeDocument());
let document: Json | undefined;

/** Schemas that stand under a name of their own. */
const named: Readonly<Record<string, z.ZodMiniType>> = {
  Appointment: appointmentSchema,
  Asset: assetSchema,
  Authorisation: authorisationSchema,
  CoverageDecision: coverageDecisionSchema,
  CoverageFacts: coverageFactsSchema,
  CoverageRecord: coverageRecordSchema,
  CoverageSummary: coverageSummarySchema,
  Customer: customerSchema,
  Device: deviceView,
  HistoryEntry: historyEntrySchema,
  HolidayCalendar: holidayCalendarSchema,
  LatestPosition: latestPositionSchema,
  Message: messageSchema,
  Note: noteSchema,
  Part: partSchema,
  PartUsage: partUsageSchema,
  Photo: photoSchema,
  Place: place,
  Plan: planSchema,
  PositionFix: positionFix,
  PriceList: priceListSchema,
  Problem: problemSchema,
  ServiceContract: serviceContractSchema,
  ServiceRequest: serviceRequestSchema,
  Site: siteSchema,
  SlaClock: slaClock,
  StockLevel: stockLevelSchema,
  StockLocation: stockLocationSchema,
  StockMovement: stockMovementSchema,
  Technician: technicianSchema,
  Tenant: tenantSchema,
  Territory: territorySchema,
  Warranty: warrantySchema,
  WorkOrder: workOrderSchema,
  WorkType: workTypeSchema,
};

const makeDocument = (): Json => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const schemas: Json = {};
  const schemaOf: SchemaOf = (schema, io) => {
    const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io, metadata: registry, unrepresentable: 'any' });
    Object.assign(schemas, withRefs($defs ?? {}));
    return withRefs(json);
  };
  schemaOf(z.object({ problem: problemSchema }), 'output');
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of endpoints) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint, schemaOf);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fieldline', version: '1', description },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes, responses: { Problem: problemResponse } },
  };
};

type SchemaOf = (schema: z.ZodMiniType, io: 'input' | 'output') => Json;

const description = `Field-service dispatch. Times are ISO 8601 in UTC, days YYYY-MM-DD in the territory's zone, coordinates [longitude, latitude] in WGS 84.

Limits: a body has at most ${bodyLimitBytes / 1024} KiB; lists come in pages of at most 200, by an opaque cursor that opens only the list it came from. Every limit of a field stands in its schema.

Writes take an ${idempotencyKeyHeader} (1 to 200 visible ASCII characters, kept for 30 days): a repeat changes nothing and gets the first answer; the same key with another request is refused. Writes of a thing with a version take If-Match with its entity tag. Every answer tells the server's time in ${serverTimeHeader}.

Refusals are problem details (RFC 9457) with a code; bad input names its fields.`;

const securitySchemes = {
  staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token of a member of staff' },
  device: { type: 'http', scheme: 'basic', description: 'OwnTracks; other apps carry the secret as their identifier' },
  customer: { type: 'http', scheme: 'bearer', description: 'The session that POST /v1/links/open gave' },
};
const problemResponse = {
  description: 'Refused, with the reason',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const operationOf = (name: string, endpoint: Endpoint, schemaOf: SchemaOf): Json => ({
  operationId: name,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2] ?? 'other'],
  ...accessOf(endpoint.access),
  parameters: [
    ...fieldsAsParameters(endpoint.params, 'path', schemaOf),
    ...fieldsAsParameters(endpoint.query, 'query', schemaOf),
    ...headersOf(endpoint),
  ],
  ...(endpoint.body && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
  }),
  responses: {
    [endpoint.status]: {
      description: 'Done',
      ...(endpoint.response && { content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } } }),
    },
    default: { $ref: '#/components/responses/Problem' },
  },
});

const accessOf = (access: Access): Json => {
  switch (access.kind) {
    case 'anyone':
      return { security: [], description: 'Open to anyone.' };
    case 'device':
      return { security: [{ device: [] }], description: "Open to tracker apps, each with its device's secret." };
    case 'customer':
      return { security: [{ customer: [] }], description: `Open to a customer's session of scope ${access.scope}.` };
    case 'staff':
      return { security: [{ staff: [] }], description: `Open to: ${access.roles.join(', ')}.` };
  }
};

const fieldsAsParameters = (schema: z.ZodMiniType | undefined, place: 'path' | 'query', schemaOf: SchemaOf): Json[] => {
  const { properties = {}, required = [] } = schema ? schemaOf(schema, 'input') : {};
  return Object.entries(properties as Json).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: field,
  }));
};

const headersOf = ({ method, access, versioned }: Endpoint): Json[] => [
  ...(method !== 'GET' && access.kind !== 'anyone' && access.kind !== 'device'
    ? [{ name: idempotencyKeyHeader, in: 'header', schema: { type: 'string', minLength: 1, maxLength: 200 } }]
    : []),
  ...(versioned ? [{ name: 'if-match', in: 'header', schema: { type: 'string', examples: ['"3"'] } }] : []),
];

/** Names of zod's own document become names of the whole one. */
const withRefs = (json: object): Json =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
