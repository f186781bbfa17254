import type { DynamoDBRecord } from 'aws-lambda';
import type { EngineCore } from './engine-core.ts';
import type { Row } from './ordered-store.ts';
import { AFTER } from './row-keys.ts';
import type { TableShape } from './table-shape.ts';

/** A table's durable change stream. */
export interface EngineStream {
  /** Records after a sequence number ('' is from the oldest kept), oldest first. */
  read(after: string, limit: number): Promise<DynamoDBRecord[]>;
  /** Resolves when there are records newer than `after`, or after the timeout. */
  wait(after: string, timeoutMs: number): Promise<void>;
  /** The sequence number a named consumer has saved; '' before its first. */
  checkpoint(consumer: string): Promise<string>;
  saveCheckpoint(consumer: string, sequence: string): Promise<void>;
  /** Forgets records older than this many milliseconds. */
  trim(olderThanMs: number): Promise<void>;
}

/** Opens the stream of a table by name; a table made anew under the name has a new stream. */
export function engineStream(core: EngineCore, tableName: string): EngineStream {
  const table = () => core.catalog.get(tableName);
  const read = async (after: string, limit: number) => {
    const prefix = table().rows.stream;
    const records: DynamoDBRecord[] = [];
    for await (const text of core.store.values({ gt: prefix + after, lt: prefix + AFTER, limit }))
      records.push(JSON.parse(text) as DynamoDBRecord);
    return records;
  };
  return {
    read,
    wait: async (after, timeoutMs) => {
      const until = core.now() + timeoutMs;
      for (let left = timeoutMs; left > 0; left = until - core.now()) {
        // Taken before the look, so that a record which lands meanwhile is not slept through.
        const flushed = core.store.flushed();
        if ((await read(after, 1)).length > 0) return;
        if (!(await within(flushed, left))) return;
      }
    },
    checkpoint: async (consumer) => core.store.latest(table().rows.checkpoints + consumer) ?? '',
    saveCheckpoint: (consumer, sequence) =>
      core.store.commit([{ key: table().rows.checkpoints + consumer, value: sequence }]),
    trim: (olderThanMs) => trim(core, table(), core.now() - olderThanMs),
  };
}

async function trim(core: EngineCore, table: TableShape, beforeMs: number): Promise<void> {
  const prefix = table.rows.stream;
  const rows: Row[] = [];
  for await (const [key, text] of core.store.entries({ gte: prefix, lt: prefix + AFTER })) {
    const { dynamodb } = JSON.parse(text) as DynamoDBRecord;
    if ((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000 >= beforeMs) break;
    rows.push({ key, value: undefined });
  }
  if (rows.length > 0) await core.store.commit([...rows, core.streams.mark(table)]);
}

/** Whether the promise settles in time. */
async function within(promise: Promise<void>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
