import { join } from 'node:path';
import { idMaker } from '../../functions/platform/ids.ts';
import { awsClients } from './aws-clients.ts';
import { defaultSeed } from './demo/company.ts';
import { type Demonstration, openDemonstration } from './demo/seed.ts';
import { openClock } from './demo-clock.ts';
import { type LocalService, textAnswer } from './front/exchange.ts';
import { frontService } from './front/front.ts';
import { type LocalServer, serveLocally } from './front/local-server.ts';
import { demonstrationAccounts } from './identity/accounts.ts';
import { openLocalIdentity } from './identity/local-identity.ts';
import { localFunctions } from './local-functions.ts';
import type { Local, LocalOptions } from './local-options.ts';
import { type LocalData, openData, tableName } from './open-data.ts';
import { startPumps } from './pumps/pumps.ts';
import { skipToNow, startStreamPump, type StreamPumpOptions } from './pumps/stream-pump.ts';
import { startSimulator } from './simulator/simulator.ts';
import { openStandIns } from './stand-ins/stand-ins.ts';
import { startUpkeep } from './upkeep.ts';

/** The address is known before its services are made; until then it answers that it starts. */
interface Front extends LocalServer {
  serve(service: LocalService): void;
}

/** Runs Fieldline on this machine; resolves when it can be used. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const now = await openClock(options.folder, options.clock ?? 'demonstration', Date.now);
  const data = await openData(options.folder, now);
  let front: Front | undefined;
  try {
    front = await openFront(options.port ?? 4600);
    return await run(options, data, now, front);
  } catch (fault) {
    await front?.close();
    await data.engine.close();
    throw fault;
  }
}

async function run(options: LocalOptions, { engine, table }: LocalData, now: () => Date, front: Front): Promise<Local> {
  const { folder, say = console.log, seed = defaultSeed } = options;
  const corner = engine.corner('demonstration');
  const demo = await openDemonstration({ table, corner, newId: idMaker(now), now, seed });
  const standIns = await openStandIns(engine, now);
  const { outbox, credentials, sockets, queue } = standIns;
  const identity = await openLocalIdentity(folder, demonstrationAccounts(companyOf(demo), demo.other));
  const clients = awsClients(standIns.server.url, front.url, credentials);
  const { verifier, accounts, issuer, signIn, token } = identity;
  const functions = localFunctions({ table, clock: now, verifier, clients, outbox, webOrigin: front.url });
  const changes: StreamPumpOptions = {
    stream: engine.stream(tableName),
    consumer: 'changes',
    handler: functions.changes,
    parked: engine.corner('parked'),
    say,
  };
  await writeMissing(demo, changes);
  const pumps = startPumps(changes, queue, functions.planner);
  const upkeep = startUpkeep(engine, tableName, say);
  const simulator = startSimulator({ on: options.simulator ?? true, functions, accounts, issuer, now, say });
  const reportLink = `${front.url}/customer/#${demo.reportToken}`;
  sockets.attach(front.server, functions.socket);
  front.serve(
    frontService({
      origin: front.url,
      functions,
      signIn,
      issuer,
      outbox,
      credentials,
      photoFolder: join(folder, 'photos'),
      reportLink,
      mapStyle: options.mapStyle,
      web: options.web ?? true,
      onRequest: simulator.notice,
    }),
  );
  const stop = async () => {
    await simulator.stop();
    sockets.close();
    await front.close();
    await Promise.all([pumps.stop(), upkeep.stop()]);
    await standIns.server.close();
    await engine.close();
  };
  const demonstration = idsOf(demo);
  return { url: front.url, token, reportLink, engine, tableName, demonstration, now, settled: pumps.settled, stop };
}

async function openFront(port: number): Promise<Front> {
  let current: LocalService = () => textAnswer(503, 'Fieldline is starting.');
  const server = await serveLocally(port, (request) => current(request));
  return {
    ...server,
    serve: (service) => {
      current = service;
    },
  };
}

/** Writes days that are missing. Changes that nobody had handled go through first; the new days are told to nobody. */
async function writeMissing(demo: Demonstration, changes: StreamPumpOptions): Promise<void> {
  if (!demo.missing) return;
  const pump = startStreamPump(changes);
  await pump.settled();
  await pump.stop();
  const startedAt = Date.now();
  await demo.write();
  await skipToNow(changes.stream, changes.consumer);
  changes.say(`The demonstration company is ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s).`);
}

const companyOf = ({ company }: Demonstration) => ({
  tenantId: company.tenant.id,
  name: company.tenant.name,
  technicians: company.crew.map(({ technician: { id, name } }) => ({ id, name })),
});

const idsOf = ({ company }: Demonstration): Local['demonstration'] => ({
  tenantId: company.tenant.id,
  territoryIds: Object.values(company.catalogue.territories).map(({ id }) => id),
  technicianIds: company.crew.map(({ technician }) => technician.id),
});
