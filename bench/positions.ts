import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createPositionsHandler } from '../functions/positions/handler.ts';
import { latestPositions } from '../functions/store/questions/latest-positions.ts';
import { createTable } from '../functions/store/table-client.ts';
import { createTableInput } from '../functions/store/table.ts';
import { openTableEngine } from '../infra/local/table-engine/table-engine.ts';
import { estimatedTravel } from '../shared/geo/estimated-travel.ts';
import { nearestPlaces } from '../shared/geo/nearest-places.ts';
import { sourceOf } from '../shared/geo/travel-source.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import { aPositionsEvent } from '../test/functions/positions/a-positions-event.ts';
import { atLeast, atMost, type Bench } from './bench-record.ts';
import { keepFleet, type FleetMember } from './positions/fleet.ts';

const batchFixes = 4;
const fixEverySeconds = 15;
const dayBegins = Date.parse('2026-05-12T14:00:00.000Z');

/**
 * S11: a fleet's batches through the real handler on the embedded engine, for so many minutes of their time, as fast as
 * it goes: how many a second of CPU it takes, whether that holds what the fleet sends, and whether a latest position ever went back.
 */
export const bench: Bench = {
  name: 'positions',
  async run(options) {
    const seed = Number(options.get('seed') ?? 1);
    const technicians = Number(options.get('technicians') ?? 10_000);
    const minutes = Number(options.get('minutes') ?? 10);
    const folder = await mkdtemp(join(tmpdir(), 'fieldline-positions-'));
    const engine = await openTableEngine({ folder });
    const client = new DynamoDBClient({
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: engine.requestHandler(),
    });
    try {
      await client.send(new CreateTableCommand(createTableInput('positions')));
      let writeUnits = 0;
      const table = createTable({
        client,
        tableName: 'positions',
        onConsumed: (operation, consumed) => {
          if (operation === 'PutItem')
            writeUnits += consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        },
      });
      const fleet = await keepFleet(table, technicians, seededRandom(seed));
      const ran = await run(table, fleet, minutes, seededRandom(seed + 1));
      const wanted = technicians / (batchFixes * fixEverySeconds);
      return {
        name: 'positions',
        goals: [
          atLeast('S11-batches', ran.batches / ran.cpuSeconds, 'batches/CPU s', Math.round(wanted)),
          atMost('cpu-per-batch', (1000 * ran.cpuSeconds) / ran.batches, 'ms', 6),
          atMost('S11-latest-went-back', ran.wentBack, 'times', 0),
          atMost('S11-latest-not-newest', ran.notNewest, 'technicians', 0),
          atMost('written-per-batch', writeUnits / ran.batches, 'units', 6),
          atMost('nearest-20-of-fleet', nearestMicroseconds(fleet), 'µs', 5000),
        ],
        seed,
        sizes: { technicians, minutes, batches: ran.batches, wallSeconds: ran.wallSeconds },
        versions: { node: process.version },
        at: new Date().toISOString(),
      };
    } finally {
      await engine.close();
      client.destroy();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Table = ReturnType<typeof createTable>;

/** Each technician once in each of the fleet's minutes; one batch in ten comes twice, one in ten after its successor. */
const run = async (table: Table, fleet: readonly FleetMember[], minutes: number, random: () => number) => {
  let now = dayBegins;
  const byToken = new Map(fleet.map((member) => [member.technicianId, member]));
  const handle = createPositionsHandler({
    table,
    clock: () => new Date(now),
    newId: () => randomUUID(),
    random,
    verifier: async (token) => ({
      tenantId: byToken.get(token)?.tenantId ?? '',
      accountId: token,
      name: token,
      roles: ['technician'],
      technicianId: token,
    }),
    travel: sourceOf(estimatedTravel),
    log: { warn: () => {}, error: (message, ...rest) => console.error(message, ...rest) },
  });
  const newest = new Map<string, string>();
  const before = process.cpuUsage();
  const startedMs = performance.now();
  let batches = 0;
  let wentBack = 0;
  let seen: ReadonlyMap<string, string> = new Map();
  for (let minute = 0; minute < minutes; minute += 1) {
    now = dayBegins + (minute + 1) * 60_000;
    const sent = fleet.flatMap((member) => {
      const batch = { member, fixes: member.drive(dayBegins + minute * 60_000, batchFixes, fixEverySeconds) };
      return random() < 0.1 ? [batch, batch] : [batch];
    });
    for (let i = 1; i < sent.length; i += 1) {
      const [one, other] = [sent[i - 1], sent[i]];
      if (one && other && random() < 0.1) [sent[i - 1], sent[i]] = [other, one];
    }
    await inParallel(sent, async ({ member, fixes }) => {
      const { statusCode } = await handle(aPositionsEvent(member.technicianId, { fixes }));
      if (statusCode !== 200) throw new Error(`A batch was answered ${statusCode}`);
      batches += 1;
    });
    for (const { member, fixes } of sent) newest.set(member.technicianId, fixes.at(-1)?.at ?? '');
    const kept = await keptInstants(table, fleet);
    for (const [id, at] of kept) if (at < (seen.get(id) ?? '')) wentBack += 1;
    seen = kept;
  }
  const { user, system } = process.cpuUsage(before);
  const wallSeconds = (performance.now() - startedMs) / 1000;
  return {
    batches,
    wentBack,
    notNewest: [...newest].filter(([id, at]) => seen.get(id) !== at).length,
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: Math.round(wallSeconds),
  };
};

const keptInstants = async (table: Table, fleet: readonly FleetMember[]): Promise<ReadonlyMap<string, string>> => {
  const ids = fleet.map(({ technicianId }) => technicianId);
  const kept = await latestPositions(table, fleet[0]?.tenantId ?? '', ids);
  return new Map([...kept].map(([id, { fix }]) => [id, fix.at]));
};

const atOnce = 32;

const inParallel = async <Each>(all: readonly Each[], act: (each: Each) => Promise<void>): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const nearestMicroseconds = (fleet: readonly FleetMember[]): number => {
  const places = fleet.map(({ home }) => home);
  const rounds = 200;
  const startedMs = performance.now();
  for (let round = 0; round < rounds; round += 1) nearestPlaces(places, places[round] ?? [0, 0], 20);
  return (1000 * (performance.now() - startedMs)) / rounds;
};
