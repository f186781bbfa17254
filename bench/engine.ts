import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, type DynamoDBClientConfig, QueryCommand } from '@aws-sdk/client-dynamodb';
import { openTableEngine } from '../infra/local/table-engine/table-engine.ts';
import { atLeast, atMost, type Bench, type BenchOptions, type BenchRecord, type Figure } from './bench-record.ts';
import { plainClient } from './engine/plain-client.ts';
import { createVisits, PARTITION, plainPut, plainTransaction, putVisit, transactVisit } from './engine/visit-load.ts';

/** Puts and transactions through the SDK's client, in process and over loopback HTTP, streams on, fsync on. */
export const bench: Bench = { name: 'engine', run };

const GOALS = { puts: 2000, transactions: 1000, memoryMegabytes: 200, restartMs: 5000 };
const SEED = 1;

async function run(options: BenchOptions): Promise<BenchRecord> {
  const sizes = {
    puts: Number(options.get('puts') ?? 20_000),
    transactions: Number(options.get('transactions') ?? 5_000),
    writers: Number(options.get('writers') ?? 32),
    itemBytes: 300,
    // Figures mean little beside other work: 0 is an idle machine.
    loadAverageAtStart: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
  const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
  try {
    const goals = [...(await inProcess(folder, sizes)), ...(await overHttp(folder, sizes)), await restart(folder)];
    return { name: 'engine', goals, seed: SEED, sizes, versions: versions(), at: new Date().toISOString() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Sizes = { puts: number; transactions: number; writers: number };

async function inProcess(folder: string, sizes: Sizes): Promise<Figure[]> {
  const engine = await openTableEngine({ folder });
  const client = clientOf({ requestHandler: engine.requestHandler(), endpoint: 'http://127.0.0.1' });
  await createVisits(client);
  const figures = await writeLoad('in process', client, sizes);
  // 20,000 puts and 5,000 transactions of three are 35,000 written items.
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  figures.push(atMost('memory of the whole process after the load', megabytes, 'MB', GOALS.memoryMegabytes));
  figures.push(atLeast('rows found under one index key', await countPartition(client), 'rows', sizes.puts));
  await engine.close();
  return figures;
}

/** The engine in a process of its own, as tools meet it. */
async function overHttp(folder: string, sizes: Sizes): Promise<Figure[]> {
  const server = join(import.meta.dirname, 'engine/serve.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', server, join(folder, 'http')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [url] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const client = clientOf({ endpoint: url.trim() });
  await createVisits(client);
  const half = { ...sizes, puts: sizes.puts / 2, transactions: sizes.transactions / 2 };
  const figures = await writeLoad('over HTTP, the SDK as client', client, half);
  figures.push(...(await plainLoad(url.trim(), half)));
  client.destroy();
  child.stdin.end();
  await once(child, 'exit');
  return figures;
}

/** Bare requests without the SDK, whose own work costs more CPU than the engine's. */
async function plainLoad(url: string, sizes: Sizes): Promise<Figure[]> {
  const { send, close } = plainClient(url);
  const puts = await perSecond(sizes.puts, sizes.writers, (n) => send('PutItem', plainPut(n)));
  const transactions = await perSecond(sizes.transactions, sizes.writers, (n) =>
    send('TransactWriteItems', plainTransaction(n)),
  );
  close();
  return [
    atLeast('puts over HTTP, bare requests', puts, '/s', GOALS.puts),
    atLeast('three-item transactions over HTTP, bare requests', transactions, '/s', GOALS.transactions),
  ];
}

async function restart(folder: string): Promise<Figure> {
  const startedAt = performance.now();
  const engine = await openTableEngine({ folder });
  const ms = performance.now() - startedAt;
  await engine.close();
  return atMost('opening the filled folder', ms, 'ms', GOALS.restartMs);
}

async function writeLoad(where: string, client: DynamoDBClient, sizes: Sizes): Promise<Figure[]> {
  const warm = Math.min(500, sizes.puts);
  await perSecond(warm, sizes.writers, (n) => putVisit(client, -1 - n));
  const puts = await perSecond(sizes.puts, sizes.writers, (n) => putVisit(client, n));
  const transactions = await perSecond(sizes.transactions, sizes.writers, (n) => transactVisit(client, n));
  return [
    atLeast(`puts ${where}`, puts, '/s', GOALS.puts),
    atLeast(`three-item transactions ${where}`, transactions, '/s', GOALS.transactions),
  ];
}

async function perSecond(count: number, writers: number, write: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const writer = async () => {
    while (next < count) await write(next++);
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (count * 1000) / (performance.now() - startedAt);
}

async function countPartition(client: DynamoDBClient): Promise<number> {
  let count = 0;
  let start: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: 'visits',
        IndexName: 'by-group',
        Select: 'COUNT',
        KeyConditionExpression: 'g = :g',
        ExpressionAttributeValues: { ':g': { S: PARTITION } },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey as typeof start;
  } while (start);
  return count;
}

function clientOf(config: DynamoDBClientConfig): DynamoDBClient {
  return new DynamoDBClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...config,
  });
}

function versions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const of = (name: string) =>
    (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;
  return { node: process.version, 'classic-level': of('classic-level'), dynalite: of('dynalite') };
}
