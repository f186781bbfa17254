import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Corner, EngineStream } from '../table-engine/table-engine.ts';
import type { Pump } from './pump.ts';
import { pause, retryPauseMs } from './pause.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined | void>;

export interface StreamPumpOptions {
  readonly stream: EngineStream;
  readonly consumer: string;
  readonly handler: StreamHandler;
  /** Where records go that failed ten times. */
  readonly parked: Corner;
  readonly say: (line: string) => void;
  /** Waits between tries. */
  readonly pause?: typeof pause;
}

const batchSize = 100;
const mostTries = 10;

/**
 * Carries the table's changes to a function as Lambda's stream mapping does: in order, in batches, from the last
 * checkpoint, with partial failures, bisecting a batch that fails whole, and parking a record after ten tries.
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
  const { stream, consumer } = options;
  state.checkpoint = await stream.checkpoint(consumer);
  const tries = { record: '', count: 0, size: batchSize };
  while (!signal.aborted) {
    const records = await stream.read(state.checkpoint, tries.size);
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

/** How many of the records, from the first on, went through. */
async function deliver({ handler, say }: StreamPumpOptions, records: DynamoDBRecord[]): Promise<number> {
  try {
    const failures = (await handler({ Records: records }))?.batchItemFailures ?? [];
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    const first = records.findIndex((record) => failed.has(sequenceOf(record)));
    return first < 0 ? records.length : first;
  } catch (fault) {
    say(`Changes could not be handled, trying again: ${String(fault)}`);
    return 0;
  }
}

async function afterFailure(
  { stream, consumer, parked, say, pause: wait = pause }: StreamPumpOptions,
  [first]: readonly DynamoDBRecord[],
  tries: { record: string; count: number; size: number },
  state: { checkpoint: string },
  signal: AbortSignal,
): Promise<void> {
  if (!first) return;
  const sequence = sequenceOf(first);
  tries.count = tries.record === sequence ? tries.count + 1 : 1;
  tries.record = sequence;
  // Quartered, so that one poisoned record does not hold up its neighbours for long.
  tries.size = Math.max(1, Math.floor(tries.size / 4));
  if (tries.count < mostTries) return wait(retryPauseMs(tries.count), signal);
  await parked.put(sequence, JSON.stringify(first));
  state.checkpoint = sequence;
  await stream.saveCheckpoint(consumer, sequence);
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
