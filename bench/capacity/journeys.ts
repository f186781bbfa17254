import type { APIGatewayProxyEventV2, DynamoDBStreamEvent } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { createDispatchHandler } from '../../functions/dispatch/handler.ts';
import { createHttpHandler } from '../../functions/http/handler.ts';
import type { Caller } from '../../functions/platform/identity.ts';
import { createLogger } from '../../functions/platform/logger.ts';
import { createPositionsHandler } from '../../functions/positions/handler.ts';
import { backlog } from '../../functions/store/questions/board.ts';
import { passedOn } from '../../functions/store/table.ts';
import { createSyncHandler } from '../../functions/sync/handler.ts';
import { entryFor } from '../../infra/local/front/entry-for.ts';
import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../shared/geo/travel-source.ts';
import { isWithin } from '../../shared/geo/instant-arithmetic.ts';
import { ineligibilityOf } from '../../shared/rules/eligibility.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { createChangesHandler } from '../../functions/changes/handler.ts';
import type { MeasuredTable, Units } from './measured-table.ts';

/** What one doing consumes of the table: by the entry that answers, and by the change stream's function behind it. */
export interface Journey {
  readonly name: string;
  readonly call: string;
  readonly answered: Units;
  readonly passedOn: Units;
}

/** What people do, through the very handlers. */
export const journeys = async (
  measured: MeasuredTable,
  territoryId: string,
  day: string,
): Promise<readonly Journey[]> => {
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
    headOf: async () => undefined,
  };
  const given = { table, verifier, clock, newId, random: () => 0.5, travel: sourceOf(estimatedTravel), log };
  const dispatch = createDispatchHandler(given);
  const others = createHttpHandler({ ...given, randomBytes, photoStore, webOrigin: '', liveUrl: '' });
  const entries = new Map([
    ['dispatch', dispatch],
    ['sync', createSyncHandler(given)],
  ]);
  const http = (event: APIGatewayProxyEventV2) =>
    (entries.get(entryFor(event.requestContext.http.method, event.rawPath)) ?? others)(event);
  // Later than where the demonstration left him, so that his newest position is taken.
  const soon = new Date(Date.parse(measured.now) + 600_000);
  const positions = createPositionsHandler({
    table,
    clock: () => soon,
    newId,
    random: () => 0.5,
    verifier,
    travel: sourceOf(estimatedTravel),
    log,
  });

  const changes = createChangesHandler({
    table,
    clock,
    newId,
    random: () => 0.5,
    randomBytes,
    sendLive: async () => 'sent',
    sendMessage: async () => undefined,
    queuePlan: async () => undefined,
    webOrigin: '',
    log,
  });

  const journey = async (name: string, call: string, work: () => ReturnType<typeof http>): Promise<Journey> => {
    const { units: answered, value } = await measured.measure(work);
    if ((value.statusCode ?? 500) >= 300) throw new Error(`${name}: ${value.statusCode} ${value.body}`);
    return { name, call, answered, passedOn: await passOn() };
  };
  /** Until nothing comes of what came of it. */
  const passOn = async (): Promise<Units> => {
    const sum = { read: 0, write: 0 };
    for (let event = await passable(measured); event.Records.length > 0; event = await passable(measured)) {
      const { units } = await measured.measure(() => changes(event));
      sum.read += units.read;
      sum.write += units.write;
    }
    return sum;
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
  const path = `/v1/appointments/${waiting?.id}`;
  const status = (to: string) => () => http(eventOf('POST', `${path}/status`, { to }));
  const able = company.crew.find(
    (one) => waiting && !ineligibilityOf({ technician: one.technician, appointment: waiting, day }),
  );
  const assign = {
    technicianId: able?.technician.id,
    plannedStartAt: '2026-05-12T23:30:00.000Z',
    despite: ['off-shift', 'after-due-time', 'part-not-on-van', 'outside-arrival-window'],
  };
  const fixes = Array.from({ length: 15 }, (_, index) => ({
    at: new Date(soon.getTime() - (15 - index) * 1000).toISOString(),
    location: [-71.06 + index * 0.0005, 42.35],
    accuracyMetres: 8,
    speedMetresPerSecond: 8,
  }));
  const request = () => http(eventOf('POST', '/v1/service-requests', told));
  const board = () => http(eventOf('GET', `/v1/territories/${territoryId}/days/${day}/board`));
  const pull = () => http(eventOf('GET', '/v1/sync/pull', undefined, `clientId=${phoneId}`));
  // What the demonstration wrote is passed on already.
  await measured.changes();
  const done = [
    await journey('the board of a day', 'GET …/board', board),
    await journey('a new request', 'POST /v1/service-requests', request),
    await journey('candidates', 'GET …/candidates', () =>
      http(eventOf('GET', `${path}/candidates`, undefined, `day=${day}`)),
    ),
    await journey('an assignment', 'POST …/assign', () => http(eventOf('POST', `${path}/assign`, assign))),
  ];
  for (const to of ['dispatched', 'accepted', 'travelling']) {
    done.push(await journey(`a step: ${to}`, 'POST …/status', status(to)));
  }
  const send = () => positions(eventOf('POST', '/v1/positions', { fixes }));
  done.push(
    await journey('a batch of 15 positions', 'POST /v1/positions', send),
    await journey('a step: on-site', 'POST …/status', status('on-site')),
  );
  for (const { key, answer } of waiting?.tasks ?? []) {
    const value = { check: true, number: 1, text: 'fine' }[answer];
    const task = () => http(eventOf('PUT', `${path}/tasks/${key}`, { value }));
    done.push(await journey(`a checklist step: ${key}`, 'PUT …/tasks/{taskKey}', task));
  }
  done.push(
    await journey('a step: completed', 'POST …/status', status('completed')),
    await journey("a technician's day", 'GET /v1/my/days/{day}', () => http(eventOf('GET', `/v1/my/days/${day}`))),
    await journey('a pull, the first', 'GET /v1/sync/pull', pull),
    // Answered 304 or whole: what is read is the same.
    await journey('a pull within a minute', 'GET /v1/sync/pull', pull),
  );
  return done;
};

/** An installation that has pushed nothing yet. */
const phoneId = '0b6f6f0e-5c1d-4f3a-9a55-2f6f5f1c7a10';

/** The records that the stream's filter lets through. */
const passable = async ({ changes }: MeasuredTable): Promise<DynamoDBStreamEvent> => {
  const { Records } = await changes();
  const kinds: ReadonlySet<string | undefined> = new Set(passedOn);
  return { Records: Records.filter(({ dynamodb }) => kinds.has(dynamodb?.NewImage?.['entity']?.S)) };
};

const eventOf = (method: string, path: string, body?: object, query = ''): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
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
