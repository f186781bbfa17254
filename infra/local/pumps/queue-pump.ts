import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createHash } from 'node:crypto';
import type { DurableQueue, QueuedMessage } from '../stand-ins/durable-queue.ts';
import type { Pump } from './pump.ts';
import { pause, retryPauseMs } from './pause.ts';

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse | undefined | void>;

export interface QueuePumpOptions {
  readonly queue: DurableQueue;
  readonly handler: QueueHandler;
  readonly say: (line: string) => void;
  /** How many messages go into one event; 1 when left out. */
  readonly batchSize?: number;
  /** How often a message is given before it is given up; 10 times when left out. */
  readonly mostTries?: number;
  /** Where given up messages go; without it they stay in the queue, marked. */
  readonly deadLetters?: DurableQueue;
  /** Waits between tries. */
  readonly pause?: typeof pause;
}

/** Carries the queue's messages to a function, batch by batch, until done or given up in sight. */
export function startQueuePump(options: QueuePumpOptions): Pump {
  const { queue, batchSize = 1 } = options;
  const stop = new AbortController();
  let wake = () => {};
  queue.onSent(() => wake());
  stop.signal.addEventListener('abort', () => wake());
  const run = async () => {
    while (!stop.signal.aborted) {
      const sleeping = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const messages = await queue.waiting();
      for (let from = 0; from < messages.length && !stop.signal.aborted; from += batchSize) {
        await attempt(options, messages.slice(from, from + batchSize), stop.signal);
      }
      if (messages.length === 0 && !stop.signal.aborted) await sleeping;
    }
  };
  const running = run();
  return {
    stop: async () => {
      stop.abort();
      await running;
    },
    settled: async () => {
      while (!stop.signal.aborted && (await queue.waiting()).length > 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

async function attempt(options: QueuePumpOptions, batch: readonly QueuedMessage[], signal: AbortSignal): Promise<void> {
  const failed = await failedOf(options, batch);
  const tries: number[] = [];
  for (const message of batch) {
    if (failed.has(message.messageId)) tries.push(await giveBack(options, message));
    else await options.queue.done(message);
  }
  if (tries.length > 0) await (options.pause ?? pause)(retryPauseMs(Math.max(...tries)), signal);
}

/** Which messages the function did not get done: those that it named, or all where it failed. */
async function failedOf(
  { handler, say }: QueuePumpOptions,
  batch: readonly QueuedMessage[],
): Promise<ReadonlySet<string>> {
  try {
    const failures = (await handler({ Records: batch.map(recordOf) }))?.batchItemFailures ?? [];
    if (failures.length > 0) say('A message could not be handled, trying again.');
    return new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  } catch (fault) {
    say(`A message could not be handled, trying again: ${String(fault)}`);
    return new Set(batch.map(({ messageId }) => messageId));
  }
}

/** Puts a message back and answers how often it was tried, or parks it after the last try. */
async function giveBack(
  { queue, deadLetters, mostTries = 10, say }: QueuePumpOptions,
  message: QueuedMessage,
): Promise<number> {
  const last = message.attempts + 1 >= mostTries;
  const { attempts } = await queue.failed(message, last);
  if (!last) return attempts;
  if (deadLetters) {
    await deadLetters.send(message.body);
    await queue.done(message);
  }
  say(`A message was given up after ${mostTries} tries; what it asked for has to be asked for again: ${message.body}`);
  return 0;
}

function recordOf({ messageId, body, sentAt, attempts }: QueuedMessage): SQSRecord {
  return {
    messageId,
    receiptHandle: messageId,
    body,
    attributes: {
      ApproximateReceiveCount: String(attempts + 1),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(sentAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:000000000000:plans',
    awsRegion: 'local',
  };
}
