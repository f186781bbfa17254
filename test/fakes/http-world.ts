import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { createAdministrationHandler } from '../../functions/administration/handler.ts';
import { createAgreementsHandler } from '../../functions/agreements/handler.ts';
import { createDispatchHandler } from '../../functions/dispatch/handler.ts';
import { createGeographyHandler } from '../../functions/geography/handler.ts';
import { createHttpHandler } from '../../functions/http/handler.ts';
import type { PhotoStore } from '../../functions/platform/photo-store.ts';
import { idMaker } from '../../functions/platform/ids.ts';
import { createSeal } from '../../functions/platform/seal.ts';
import { createSyncHandler } from '../../functions/sync/handler.ts';
import { entryFor } from '../../infra/local/front/entry-for.ts';
import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../shared/geo/travel-source.ts';
import { openBundledHttp } from './bundled-http.ts';
import { createTestIssuer, type TestIssuer, type TokenWish } from './test-issuer.ts';
import type { HttpEntry, HttpGround } from './http-ground.ts';
import { openTestTable, type TestTable } from './open-test-table.ts';

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  /** Decoded JSON; a test says by its schema or by matching what it expects. */
  readonly body: Record<string, unknown>;
}

export interface HttpWorld extends TestTable, Pick<TestIssuer, 'publicKey' | 'forged'> {
  readonly faults: Error[];
  now: Date;
  call(call: Call): Promise<Answer>;
  /** For what is no JSON. */
  callText(call: Call): Promise<Omit<Answer, 'body'> & { readonly text: string }>;
  token(wish: TokenWish): Promise<string>;
}

/** The API's entries as Lambda runs them, on an embedded table: in this process, or as the bundles that the cloud deploys. */
export const openHttpWorld = async (now = new Date('2026-05-12T13:00:00.000Z')): Promise<HttpWorld> => {
  const clock = () => world.now;
  const bundled = process.env['FIELDLINE_HTTP_ENTRY'] === 'bundle';
  // A bundle checks tokens by the clock of its machine, which is the world's.
  const machineTime = bundled ? () => clock().getTime() : Date.now;
  const [testTable, issuer] = await Promise.all([openTestTable(), createTestIssuer(machineTime)]);
  const faults: Error[] = [];
  const ground = { testTable, issuer, clock, faults };

  const world: HttpWorld = {
    ...testTable,
    ...issuer,
    faults,
    now,
    async call(call) {
      const { text, ...answer } = await world.callText(call);
      return { ...answer, body: text === '' ? {} : JSON.parse(text) };
    },
    async callText(call) {
      const { statusCode = 0, headers = {}, body = '' } = await entry.handler(eventOf(call));
      return { status: statusCode, headers, text: body };
    },
    async close() {
      await entry.close();
      await testTable.close();
    },
  };
  const entry = await (bundled ? openBundledHttp(ground) : openOwnHttp(ground));
  return world;
};

/** Only the signing of photo addresses is a stand-in. */
const openOwnHttp = async ({ testTable, issuer, clock, faults }: HttpGround): Promise<HttpEntry> => {
  const shared = {
    table: testTable.table,
    verifier: issuer.verifier,
    clock,
    newId: idMaker(clock),
    random: Math.random,
    travel: sourceOf(estimatedTravel),
    log: { error: (_message: string, fault: Error) => faults.push(fault) },
  };
  const http = createHttpHandler({
    ...shared,
    randomBytes,
    photoStore,
    webOrigin: 'https://fieldline.test',
    liveUrl: 'wss://fieldline.test/live',
  });
  const handlers = new Map<string, HttpEntry['handler']>([
    ['http', http],
    ['dispatch', createDispatchHandler(shared)],
    ['geography', createGeographyHandler(shared)],
    ['administration', createAdministrationHandler(shared)],
    [
      'agreements',
      createAgreementsHandler({
        ...shared,
        randomBytes,
        photoStore,
        seal: createSeal('test'),
        webOrigin: 'https://fieldline.test',
      }),
    ],
    ['sync', createSyncHandler(shared)],
  ]);
  return {
    handler: (event) => {
      const handler = handlers.get(entryFor(event.requestContext.http.method, event.rawPath));
      return handler ? handler(event) : http(event);
    },
    close: async () => {},
  };
};

/** How the files begin that came in, by their hash. */
export const fileHeads = new Map<string, Uint8Array>();

const photoStore: PhotoStore = {
  uploadOf: async (tenantId, { contentHash }) => ({
    url: `https://photos.test/${tenantId}/photos/${contentHash}`,
    method: 'PUT',
    headers: {},
  }),
  addressOf: async (tenantId, { contentHash }) => `https://photos.test/${tenantId}/photos/${contentHash}`,
  headOf: async (_tenantId, { contentHash }) => fileHeads.get(contentHash),
};

/** The event as API Gateway's HTTP API sends it, payload format 2.0. */
export const eventOf = ({
  method = 'GET',
  path,
  query = '',
  token,
  body,
  headers = {},
}: Call): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  headers: {
    host: 'fieldline.test',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  },
  requestContext: {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'fieldline.test',
    domainPrefix: 'fieldline',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: '$default',
    stage: '$default',
    time: '12/May/2026:13:00:00 +0000',
    timeEpoch: 0,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  isBase64Encoded: false,
});
