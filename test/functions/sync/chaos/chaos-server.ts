import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createDispatchHandler } from '../../../../functions/dispatch/handler.ts';
import { idMaker } from '../../../../functions/platform/ids.ts';
import type { Caller } from '../../../../functions/platform/identity.ts';
import { leanClient } from '../../../../functions/store/lean-client.ts';
import { createTable, type Table } from '../../../../functions/store/table-client.ts';
import { createSyncHandler } from '../../../../functions/sync/handler.ts';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../../../shared/geo/travel-source.ts';
import type { SdkRequestHandler } from '../../../../infra/local/table-engine/sdk-request-handler.ts';
import { entryFor } from '../../../../infra/local/front/entry-for.ts';
import { eventOf, type Call } from '../../../fakes/http-world.ts';
import { faultyRequests, quickRetries, type FaultPlan, type Life } from './faulty-requests.ts';
import type { PlantedBug } from './planted-bugs.ts';

export interface ChaosServerOptions {
  readonly engine: SdkRequestHandler;
  readonly tableName: string;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly plan: FaultPlan;
  readonly callers: ReadonlyMap<string, Caller>;
  readonly bug?: PlantedBug | undefined;
}
type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
export interface ChaosAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The real handlers of synchronisation and dispatch, killed in the midst of a push every 25 to 75 of them and started anew. */
export const openChaosServer = (options: ChaosServerOptions) => {
  const { random, plan } = options;
  const faults: Error[] = [];
  let kills = 0;
  let pushes = 0;
  let server = start(options, faults);
  let killAt = nextKill(random);
  const call = async (wish: Call): Promise<ChaosAnswer | undefined> => {
    const { life, handlers } = server;
    if (wish.path.endsWith('/push') && ++pushes >= killAt && plan.before > 0) {
      killAt = pushes + nextKill(random);
      life.callsLeft = Math.floor(random() * 12);
    }
    const handler = handlers[entryFor(wish.method ?? 'GET', wish.path) === 'sync' ? 'sync' : 'dispatch'];
    const { statusCode = 0, body = '' } = await handler(eventOf(wish));
    if (!life.isAlive) {
      if (server.life === life) {
        kills += 1;
        server = start(options, faults);
      }
      return undefined;
    }
    return { status: statusCode, body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) };
  };
  return { call, faults, counts: () => ({ kills, pushes }) };
};
export type ChaosServer = ReturnType<typeof openChaosServer>;

const nextKill = (random: () => number): number => 25 + Math.floor(random() * 51);

const start = (
  options: ChaosServerOptions,
  faults: Error[],
): { life: Life; handlers: Record<'sync' | 'dispatch', Handler> } => {
  const { engine, tableName, clock, random, plan, callers, bug } = options;
  const life: Life = { isAlive: true };
  const client = leanClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: faultyRequests(engine, plan, life),
    retryStrategy: quickRetries,
  });
  const sound = createTable({ client, tableName, pause: async () => {} });
  const table: Table = bug?.table ? bug.table(sound, random) : sound;
  const deps = {
    table,
    clock,
    random,
    verifier: async (token: string): Promise<Caller> => {
      const caller = callers.get(token);
      if (!caller) throw new Error('nobody holds this token');
      return caller;
    },
    newId: idMaker(clock),
    travel: sourceOf(estimatedTravel),
    log: { error: (_message: string, fault: Error) => void faults.push(fault) },
    pause: async () => {},
  };
  const sync: Handler = createSyncHandler(deps);
  return { life, handlers: { sync: bug?.handler ? bug.handler(sync) : sync, dispatch: createDispatchHandler(deps) } };
};
