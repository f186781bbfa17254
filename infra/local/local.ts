import type { Jwks } from 'aws-jwt-verify/jwk';
import { join } from 'node:path';
import { idMaker } from '../../functions/platform/ids.ts';
import { createIdentityVerifier } from '../../functions/platform/identity.ts';
import { awsClients } from './aws-clients.ts';
import { defaultSeed } from './demo/company.ts';
import { openDemonstration, type Demonstration } from './demo/seed.ts';
import { openClock } from './demo-clock.ts';
import { type LocalService, textAnswer } from './front/exchange.ts';
import { frontService } from './front/front.ts';
import { serveLocally } from './front/local-server.ts';
import { demonstrationAccounts } from './identity/accounts.ts';
import { issuerWith, localClientId, localIssuer } from './identity/issuer.ts';
import { signInWith } from './identity/sign-in.ts';
import { openSigningKey } from './identity/signing-key.ts';
import { localFunctions } from './local-functions.ts';
import type { Local, LocalOptions } from './local-options.ts';
import { type LocalData, openData, tableName } from './open-data.ts';
import { startQueuePump } from './pumps/queue-pump.ts';
import { skipToNow, startStreamPump } from './pumps/stream-pump.ts';
import { startSimulator } from './simulator/simulator.ts';
import { openDurableQueue, queueService } from './stand-ins/durable-queue.ts';
import { guarded } from './stand-ins/guarded.ts';
import { makeLocalCredentials } from './stand-ins/local-credentials.ts';
import { mailService, openOutbox } from './stand-ins/outbox.ts';
import { createSocketFront } from './stand-ins/socket-front.ts';
import { startUpkeep } from './upkeep.ts';

/** The consumer whose checkpoint tells how far the table's changes have been handled. */
const consumer = 'changes';

/** Runs Fieldline on this machine; resolves when it can be used. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const { folder, say = console.log } = options;
  const now = await openClock(folder, options.clock ?? 'demonstration', Date.now);
  const data = await openData(folder, now);
  const service: { current: LocalService } = { current: () => textAnswer(503, 'Fieldline is starting.') };
  try {
    const front = await serveLocally(options.port ?? 4600, (request) => service.current(request));
    return await run(options, data, now, front, service, say);
  } catch (fault) {
    await data.engine.close();
    throw fault;
  }
}

async function run(
  options: LocalOptions,
  { engine, table }: LocalData,
  now: () => Date,
  front: Awaited<ReturnType<typeof serveLocally>>,
  service: { current: LocalService },
  say: (line: string) => void,
): Promise<Local> {
  const credentials = makeLocalCredentials();
  const outbox = openOutbox(engine.corner('outbox'), now);
  const queue = openDurableQueue(engine.corner('queue'));
  const sockets = createSocketFront();
  const standIns = await serveLocally(
    0,
    guarded(credentials, [sockets.managementService, queueService(queue), mailService(outbox)]),
  );
  const issuer = issuerWith(await openSigningKey(options.folder));
  const demo = await openDemonstration({
    table,
    corner: engine.corner('demonstration'),
    newId: idMaker(now),
    now,
    seed: options.seed ?? defaultSeed,
  });
  const accounts = demonstrationAccounts(companyOf(demo), demo.other);
  const functions = localFunctions({
    table,
    clock: now,
    verifier: createIdentityVerifier({ issuer: localIssuer, audience: localClientId, jwks: jwksOf(issuer.jwks) }),
    clients: awsClients(standIns.url, front.url, credentials),
    outbox,
    webOrigin: front.url,
  });
  const pumpOptions = {
    stream: engine.stream(tableName),
    consumer,
    handler: functions.changes,
    parked: engine.corner('parked'),
    say,
  };
  await writeMissing(demo, pumpOptions, say);
  const pump = startStreamPump(pumpOptions);
  const queuePump = startQueuePump(queue, functions.planner, say);
  const upkeep = startUpkeep(engine, tableName, say);
  const token = async (name: string) => {
    const account = accounts.get(name);
    if (!account) throw new Error(`There is no account ${name}; there are ${[...accounts.keys()].join(', ')}`);
    return issuer.accessToken(account);
  };
  const simulator = startSimulator({
    on: options.simulator ?? true,
    functions,
    accounts,
    issuer,
    now,
    say,
  });
  const reportLink = `${front.url}/customer/#${demo.reportToken}`;
  sockets.attach(front.server, functions.socket);
  service.current = frontService({
    origin: front.url,
    functions,
    signIn: signInWith(issuer, accounts, Date.now),
    issuer,
    outbox,
    credentials,
    photoFolder: join(options.folder, 'photos'),
    reportLink,
    mapStyle: options.mapStyle,
    web: options.web ?? true,
    onRequest: simulator.notice,
  });
  return {
    url: front.url,
    token,
    reportLink,
    engine,
    tableName,
    demonstration: {
      tenantId: demo.company.tenant.id,
      territoryIds: Object.values(demo.company.catalogue.territories).map(({ id }) => id),
      technicianIds: demo.company.crew.map(({ technician }) => technician.id),
    },
    now,
    settled: async () => {
      await pump.settled();
      await queuePump.settled();
      await pump.settled();
    },
    stop: async () => {
      await simulator.stop();
      sockets.close();
      await front.close();
      await Promise.all([pump.stop(), queuePump.stop(), upkeep.stop()]);
      await standIns.close();
      await engine.close();
    },
  };
}

/** Writes days that are missing. Changes that the consumers had not seen go through first; the new days are told to nobody. */
async function writeMissing(
  demo: Demonstration,
  pumpOptions: Parameters<typeof startStreamPump>[0],
  say: (line: string) => void,
): Promise<void> {
  if (!demo.missing) return;
  const pump = startStreamPump(pumpOptions);
  await pump.settled();
  await pump.stop();
  const startedAt = Date.now();
  await demo.write();
  await skipToNow(pumpOptions.stream, consumer);
  say(`The demonstration company is ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s).`);
}

const companyOf = ({ company }: Demonstration) => ({
  tenantId: company.tenant.id,
  name: company.tenant.name,
  technicians: company.crew.map(({ technician: { id, name } }) => ({ id, name })),
});

const jwksOf = ({ keys }: ReturnType<typeof issuerWith>['jwks']): Jwks => ({ keys: keys.map((key) => ({ ...key })) });
