import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openTableEngine, type TableEngine } from '../../infra/local/table-engine/table-engine.ts';
import type { Item } from '../../infra/local/table-engine/attribute-value.ts';
import { Random } from '../conformance/random.ts';
import { callsOf } from './a-table.ts';
import { withFolder } from './with-engine.ts';

const KILLS = 50;
const SLOWEST_START_MS = 5000;
const SEED = 20261102;

test(`${KILLS} kills during load lose no acknowledged write and leave index and stream equal to the table`, async () => {
  const random = new Random(SEED);
  await withFolder(async (folder) => {
    const child = await bundledChild();
    const acknowledged = new Map<string, string>();
    for (let life = 0; life < KILLS; life++) {
      const killAfter = 10 + random.below(90);
      const lines = await writeUntilKilled(child, [join(folder, 'data'), String(life), String(killAfter)]);
      expect(lines.length).toBeGreaterThanOrEqual(1);
      for (const line of lines) acknowledged.set(line.slice(2), line.slice(0, 1));
      const startedAt = performance.now();
      const engine = await openTableEngine({ folder: join(folder, 'data') });
      expect(performance.now() - startedAt).toBeLessThan(SLOWEST_START_MS);
      await checkAll(engine, acknowledged);
      await engine.close();
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS * 10);
  });
});

/** One file without TypeScript, so that a life begins in a tenth of a second. */
async function bundledChild(): Promise<string> {
  const outfile = join(import.meta.dirname, '../../.build/kill-load.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'kill-load.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return outfile;
}

function writeUntilKilled(child: string, args: string[]): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  process_.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return new Promise((resolve, reject) => {
    process_.once('close', (_code, signal) => {
      // A line cut off by the kill was not acknowledged to anyone.
      const lines = text.split('\n').slice(0, -1);
      if (signal === 'SIGKILL') resolve(lines);
      else reject(new Error(`the writer ended by itself after ${lines.length} writes`));
    });
  });
}

async function checkAll(engine: TableEngine, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const items = await readAll(engine);
  const byKey = new Map(items.map((item) => [nameOf(item), item]));
  for (const [name, kind] of acknowledged) expect(missing(byKey, name, kind)).toEqual([]);
  for (const index of ['by-g', 'keys-by-g', 'n-by-g'])
    expect(await readAll(engine, index)).toEqual(indexed(items, index));
  expect(sorted(replayed(await allRecords(engine)))).toEqual(sorted(items));
}

/** What an acknowledged write left undone, in words. */
function missing(items: ReadonlyMap<string, Item>, name: string, kind: string): string[] {
  const at = (pk: string) => items.get(`${pk} ${name}`);
  switch (kind) {
    case '1':
      return JSON.stringify(at('single')?.['g']) === '{"S":"moved"}' ? [] : [`${name} was not moved`];
    case '2':
      return ['t1', 't2', 't3'].filter((pk) => !at(pk)).map((pk) => `${name} lacks ${pk}`);
    case '3':
      return at('single') ? [`${name} is still there`] : [];
    default:
      return at('single') ? [] : [`${name} is gone`];
  }
}

function indexed(items: Item[], index: string): Item[] {
  const names = { 'by-g': undefined, 'keys-by-g': ['g', 'pk', 'sk'], 'n-by-g': ['g', 'pk', 'sk', 'n'] }[index];
  const rows = items.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => !names || names.includes(name))),
  );
  return sorted(rows);
}

/** The table as the stream tells it; every record must follow from the one before. */
function replayed(records: DynamoDBRecord[]): Item[] {
  const items = new Map<string, Item>();
  let last = '';
  for (const { dynamodb, eventName } of records) {
    const { SequenceNumber = '', Keys, OldImage, NewImage } = dynamodb ?? {};
    expect(SequenceNumber > last).toBe(true);
    if (last) expect(BigInt(SequenceNumber)).toBe(BigInt(last) + 1n);
    last = SequenceNumber;
    const name = nameOf(Keys as Item);
    expect(OldImage).toEqual(items.get(name));
    if (eventName === 'REMOVE') items.delete(name);
    else items.set(name, NewImage as Item);
  }
  return [...items.values()];
}

async function allRecords(engine: TableEngine): Promise<DynamoDBRecord[]> {
  const stream = engine.stream('visits');
  const all: DynamoDBRecord[] = [];
  for (;;) {
    const records = await stream.read(all.at(-1)?.dynamodb?.SequenceNumber ?? '', 1000);
    if (records.length === 0) return all;
    all.push(...records);
  }
}

async function readAll(engine: TableEngine, IndexName?: string): Promise<Item[]> {
  const { ok } = callsOf(engine);
  const items: Item[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const start = ExclusiveStartKey ? { ExclusiveStartKey } : {};
    const page = await ok('Scan', { TableName: 'visits', ...(IndexName && { IndexName }), ...start });
    items.push(...(page['Items'] as Item[]));
    ExclusiveStartKey = page['LastEvaluatedKey'];
  } while (ExclusiveStartKey);
  return IndexName ? sorted(items) : items;
}

function nameOf(item: Item): string {
  const text = (value: Item[string] | undefined) => (value && 'S' in value ? value.S : '');
  return `${text(item['pk'])} ${text(item['sk'])}`;
}

function sorted(items: Item[]): Item[] {
  return [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
