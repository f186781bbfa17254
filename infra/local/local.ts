import { join } from 'node:path';
import { environmentCredentials } from '../../functions/platform/environment-credentials.ts';
import { geocoderNamed } from '../../functions/platform/geocoder-named.ts';
import { idMaker } from '../../functions/platform/ids.ts';
import { defaultSeed } from './demo/company.ts';
import { type Demonstration, openDemonstration } from './demo/seed.ts';
import { openClock } from './demo-clock.ts';
import { type LocalService, textAnswer } from './front/exchange.ts';
import { frontService } from './front/front.ts';
import { mapSetting } from './front/map-setting.ts';
import { type LocalServer, serveLocally } from './front/local-server.ts';
import { demonstrationAccounts } from './identity/accounts.ts';
import type { AddedClaims } from './identity/issuer.ts';
import { openLocalIdentity } from './identity/local-identity.ts';
import type { Local, LocalOptions } from './local-options.ts';
import { type LocalData, openData } from './open-data.ts';
import { ownProgram } from './own-program.ts';
import type { Program, RunningProgram } from './program.ts';
import { startPumps } from './pumps/pumps.ts';
import { skipToNow, startStreamPump } from './pumps/stream-pump.ts';
import { startSimulator } from './simulator/simulator.ts';
import { openStandIns } from './stand-ins/stand-ins.ts';
import { startUpkeep } from './upkeep.ts';
import { drawnWays } from './roads/drawn-ways.ts';
import { localTravel, roadsFolder } from './roads/local-travel.ts';

/** The address is known before its services are made; until then it answers that it starts. */
interface Front extends LocalServer {
  serve(service: LocalService): void;
}

/** Runs Fieldline on this machine; resolves when it can be used. */
export async function startLocal(options: LocalOptions, program: Program = ownProgram): Promise<Local> {
  const now = await openClock(options.folder, options.clock ?? 'demonstration', Date.now);
  const data = await openData(options.folder, now, program.table);
  let front: Front | undefined;
  try {
    front = await openFront(options.port ?? 4600);
    return await run(options, program, data, now, front);
  } catch (fault) {
    await front?.close();
    await data.engine.close();
    throw fault;
  }
}

async function run(
  options: LocalOptions,
  program: Program,
  { engine, table }: LocalData,
  now: () => Date,
  front: Front,
): Promise<Local> {
  const { folder, say = console.log, seed = defaultSeed } = options;
  const corner = engine.corner('demonstration');
  const demo = await openDemonstration({ table, corner, newId: idMaker(now), now, seed });
  const standIns = await openStandIns(engine, now);
  const { outbox, credentials, sockets } = standIns;
  const machineTime = program.machineTime(now);
  const people = demonstrationAccounts(companyOf(demo), demo.other);
  const added: AddedClaims = (account, subject) => running.addedClaims(account, subject);
  const identity = await openLocalIdentity(folder, people, machineTime, added);
  const { accounts, issuer, signIn, token } = identity;
  const running: RunningProgram = await program.open({
    engine,
    table,
    standIns,
    identity,
    now,
    origin: front.url,
    travel: localTravel(options, now),
    geocoder: geocoderNamed(options.geocoder ?? 'none', { credentials: environmentCredentials, clock: now }),
    say,
  });
  await writeMissing(demo, running, say);
  const pumps = startPumps(running.streams, running.queues);
  const upkeep = startUpkeep(engine, table.name, say);
  const { api } = running;
  const ways = drawnWays(roadsFolder(options.folder), options.roadNetwork);
  const simulator = startSimulator({ on: options.simulator ?? true, api, accounts, issuer, now, ways, say });
  const reportLink = `${front.url}/customer/#${demo.reportToken}`;
  sockets.attach(front.server, running.socket);
  front.serve(
    frontService({
      origin: front.url,
      services: [...running.services, noticed(api, simulator.notice)],
      signIn,
      issuer,
      outbox,
      credentials,
      machineTime,
      photoFolder: join(folder, 'photos'),
      reportLink,
      map: mapSetting(options.mapStyle, options.mapGlyphs),
      pages: (options.web ?? true) ? running.pages : [],
    }),
  );
  const stop = async () => {
    await simulator.stop();
    sockets.close();
    await front.close();
    await Promise.all([pumps.stop(), upkeep.stop()]);
    await running.close();
    await standIns.server.close();
    await engine.close();
  };
  return {
    url: front.url,
    token,
    reportLink,
    engine,
    tableName: table.name,
    demonstration: idsOf(demo),
    now,
    settled: pumps.settled,
    stop,
  };
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
async function writeMissing(demo: Demonstration, { streams }: RunningProgram, say: (line: string) => void) {
  if (!demo.missing) return;
  for (const options of streams) {
    const pump = startStreamPump(options);
    await pump.settled();
    await pump.stop();
  }
  const startedAt = Date.now();
  await demo.write();
  for (const { stream, consumer } of streams) await skipToNow(stream, consumer);
  say(`The demonstration company is ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s).`);
}

/** Whom the simulator leaves alone it knows from the requests of people. */
const noticed =
  (api: LocalService, notice: (request: Parameters<LocalService>[0]) => void): LocalService =>
  (request) => {
    notice(request);
    return api(request);
  };

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
