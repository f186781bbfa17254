import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { createHttpHandler } from '../../functions/http/handler.ts';
import type { Caller } from '../../functions/platform/identity.ts';
import { createLogger } from '../../functions/platform/logger.ts';
import { createPositionsHandler } from '../../functions/positions/handler.ts';
import { backlog } from '../../functions/store/access-patterns.ts';
import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import { isWithin } from '../../shared/geo/instant-arithmetic.ts';
import { ineligibilityOf } from '../../shared/rules/eligibility.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import type { Cost } from './access-patterns.ts';
import type { MeasuredTable, Units } from './measured-table.ts';

/** What people do, through the very handlers, in units of reading or of writing. */
export const journeys = async (measured: MeasuredTable, territoryId: string, day: string): Promise<readonly Cost[]> => {
  const { table, company, newId } = measured;
  const clock = () => new Date(measured.now);
  const working = ({ technician }: (typeof company.crew)[number]): boolean =>
    shiftsOn(technician, day, 'America/New_York').some((shift) => isWithin(measured.now, shift));
  const technician = company.crew.find(working)?.technician;
  const workType = company.catalogue.workTypes['boiler-repair'];
  const customer = company.book.customers[0];
  if (!technician || !customer) throw new Error('The demonstration company is empty');
  const caller: Caller = {
    tenantId: company.tenant.id,
    accountId: 'bench',
    name: 'Bench',
    roles: ['administrator', 'technician'],
    technicianId: technician.id,
  };
  const log = createLogger('bench');
  const verifier = async () => caller;
  const photoStore = {
    uploadOf: async () => ({ url: '', method: 'PUT' as const, headers: {} }),
    addressOf: async () => '',
  };
  const http = createHttpHandler({
    table,
    verifier,
    clock,
    newId,
    random: () => 0.5,
    randomBytes,
    photoStore,
    travel: estimatedTravel,
    webOrigin: '',
    liveUrl: '',
    log,
  });
  const positions = createPositionsHandler({ table, clock, verifier, log });

  const cost = async (name: string, call: string, kind: keyof Units, work: () => ReturnType<typeof http>) => {
    const { units, value } = await measured.measure(work);
    if ((value.statusCode ?? 500) >= 300) throw new Error(`${name}: ${value.statusCode} ${value.body}`);
    return { name, call, items: 1, units: units[kind] };
  };
  const site = company.book.served.find((served) => served.site.customerId === customer.id)?.site;
  const told = {
    kind: 'fault',
    channel: 'phone',
    subject: 'The radiator stays cold and the boiler shows E4',
    contact: { name: customer.name, phone: customer.phones[0] },
    place: site?.place,
    workTypeId: workType.id,
  };
  const [waiting] = await backlog(table, company.tenant.id, territoryId);
  const status = (to: string) => () => http(eventOf('POST', `/v1/appointments/${waiting?.id}/status`, { to }));
  const able = company.crew.find(
    (one) => waiting && !ineligibilityOf({ technician: one.technician, appointment: waiting, day }),
  );
  const assign = {
    technicianId: able?.technician.id,
    plannedStartAt: '2026-05-12T23:30:00.000Z',
    despite: ['off-shift', 'after-due-time', 'part-not-on-van', 'outside-arrival-window'],
  };
  const fixes = Array.from({ length: 15 }, (_, index) => ({
    at: new Date(clock().getTime() - (15 - index) * 15_000).toISOString(),
    location: [-71.06 + index * 0.0005, 42.35],
    accuracyMetres: 8,
    speedMetresPerSecond: 8,
  }));
  const request = () => http(eventOf('POST', '/v1/service-requests', told));
  const board = () => http(eventOf('GET', `/v1/territories/${territoryId}/days/${day}/board`));
  return [
    await cost('the board of a day', 'GET …/board', 'read', board),
    await cost('a new request, written', 'POST /v1/service-requests', 'write', request),
    await cost('a new request, read', 'POST /v1/service-requests', 'read', request),
    await cost('an assignment, written', 'POST …/assign', 'write', () =>
      http(eventOf('POST', `/v1/appointments/${waiting?.id}/assign`, assign)),
    ),
    await cost('a step, written', 'POST …/status', 'write', status('dispatched')),
    await cost('a step, read', 'POST …/status', 'read', status('accepted')),
    await cost("a technician's day", 'GET /v1/my/days/{day}', 'read', () => http(eventOf('GET', `/v1/my/days/${day}`))),
    await cost('a batch of 15 positions, written', 'POST /v1/positions', 'write', () =>
      positions(eventOf('POST', '/v1/positions', { fixes })),
    ),
  ];
};

const eventOf = (method: string, path: string, body?: object): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'bench', authorization: 'Bearer bench' },
  requestContext: {
    accountId: '',
    apiId: '',
    domainName: 'bench',
    domainPrefix: '',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    requestId: 'bench',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  isBase64Encoded: false,
  ...(body && { body: JSON.stringify(body) }),
});
