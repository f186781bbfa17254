import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { EngineStream } from '../table-engine/table-engine.ts';
import type { Pump } from './pump.ts';
import { pause, retryPauseMs } from './pause.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined | void>;

export interface StreamPumpOptions {
  readonly stream: EngineStream;
  readonly consumer: string;
  readonly handler: StreamHandler;
  /** Takes a record that failed at every try. */
  readonly park: (record: DynamoDBRecord) => Promise<void>;
  readonly say: (line: string) => void;
  /** Whether a record is for this handler; all are when left out. */
  readonly wanted?: (record: DynamoDBRecord) => boolean;
  /** Records that can wait a second for others like them, as Lambda's batching window lets all of them; none when left out. */
  readonly canGather?: (record: DynamoDBRecord) => boolean;
  /** 100 when left out. */
  readonly batchSize?: number;
  /** 10 when left out. */
  readonly mostTries?: number;
  /** Whether a batch that fails whole is tried in smaller parts; it is when left out. */
  readonly bisects?: boolean;
  /** Waits between tries. */
  readonly pause?: typeof pause;
}

/**
 * Carries the table's changes to a function as Lambda's stream mapping does: in order, in batches, from the last
 * checkpoint, with filters, partial failures, bisecting a batch that fails whole, and parking after the last try.
 */
export function startStreamPump(options: StreamPumpOptions): Pump {
  const stop = new AbortController();
  const state = { checkpoint: '' };
  const running = run(options, stop.signal, state);
  return {
    stop: async () => {
      stop.abort();
      await running;
    },
    settled: async () => {
      // Until nothing newer is there: what a batch writes comes through the stream as well.
      while (!stop.signal.aborted) {
        const after = state.checkpoint;
        const idle = (await options.stream.read(await options.stream.checkpoint(options.consumer), 1)).length === 0;
        if (idle && after === state.checkpoint) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

async function run(options: StreamPumpOptions, signal: AbortSignal, state: { checkpoint: string }): Promise<void> {
  const { stream, consumer, batchSize = 100 } = options;
  state.checkpoint = await stream.checkpoint(consumer);
  const tries = { record: '', count: 0, size: batchSize };
  while (!signal.aborted) {
    const records = await gathered(options, state.checkpoint, tries.size, signal);
    if (records.length === 0) {
      await stream.wait(state.checkpoint, 500);
      continue;
    }
    const done = await deliver(options, records);
    const last = records[done - 1];
    if (last) {
      state.checkpoint = sequenceOf(last);
      await stream.saveCheckpoint(consumer, state.checkpoint);
    }
    if (done === records.length) tries.size = batchSize;
    else await afterFailure(options, records.slice(done), tries, state, signal);
  }
}

/** What comes next; where all of it can wait, what comes within a second goes with it. */
async function gathered(
  { stream, canGather, pause: wait = pause }: StreamPumpOptions,
  checkpoint: string,
  size: number,
  signal: AbortSignal,
): Promise<DynamoDBRecord[]> {
  const records = await stream.read(checkpoint, size);
  if (!canGather || records.length === 0 || records.length === size || !records.every(canGather)) return records;
  await wait(gatherMs, signal);
  return stream.read(checkpoint, size);
}

const gatherMs = 1000;

/** How many of the records, from the first on, went through. */
async function deliver({ handler, wanted, say }: StreamPumpOptions, records: DynamoDBRecord[]): Promise<number> {
  const Records = wanted ? records.filter(wanted) : records;
  if (Records.length === 0) return records.length;
  try {
    const failures = (await handler({ Records }))?.batchItemFailures ?? [];
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    const first = records.findIndex((record) => failed.has(sequenceOf(record)));
    return first < 0 ? records.length : first;
  } catch (fault) {
    say(`Changes could not be handled, trying again: ${String(fault)}`);
    return 0;
  }
}

async function afterFailure(
  options: StreamPumpOptions,
  rest: readonly DynamoDBRecord[],
  tries: { record: string; count: number; size: number },
  state: { checkpoint: string },
  signal: AbortSignal,
): Promise<void> {
  const { stream, consumer, park, say, pause: wait = pause, mostTries = 10, bisects = true } = options;
  const [first] = rest;
  if (!first) return;
  const sequence = sequenceOf(first);
  tries.count = tries.record === sequence ? tries.count + 1 : 1;
  tries.record = sequence;
  // Quartered, so that one poisoned record does not hold up its neighbours for long.
  if (bisects) tries.size = Math.max(1, Math.floor(tries.size / 4));
  if (tries.count < mostTries) return wait(retryPauseMs(tries.count), signal);
  // A batch that is never parted is given up whole.
  const givenUp = bisects ? [first] : rest;
  for (const record of givenUp) await park(record);
  state.checkpoint = sequenceOf(givenUp.at(-1) ?? first);
  await stream.saveCheckpoint(consumer, state.checkpoint);
  say(
    `A change was parked after ${mostTries} tries; what hangs on it (a live update, a message) was not sent: ${sequence}`,
  );
}

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

/** Sets the consumer's checkpoint behind the newest record. */
export async function skipToNow(stream: EngineStream, consumer: string): Promise<void> {
  let after = await stream.checkpoint(consumer);
  for (;;) {
    const last = (await stream.read(after, 1000)).at(-1);
    if (!last) break;
    after = sequenceOf(last);
  }
  await stream.saveCheckpoint(consumer, after);
}
