import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createHash } from 'node:crypto';
import type { DurableQueue, QueuedMessage } from '../stand-ins/durable-queue.ts';
import type { Pump } from './pump.ts';
import { pause, retryPauseMs } from './pause.ts';

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse | undefined | void>;

const mostTries = 10;

/** Carries the queue's messages to a function, one at a time, until done or given up in sight. */
export function startQueuePump(queue: DurableQueue, handler: QueueHandler, say: (line: string) => void): Pump {
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
      for (const message of messages)
        if (!stop.signal.aborted) await attempt(queue, handler, message, say, stop.signal);
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

async function attempt(
  queue: DurableQueue,
  handler: QueueHandler,
  message: QueuedMessage,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const result = await handler({ Records: [recordOf(message)] });
    if ((result?.batchItemFailures.length ?? 0) === 0) return await queue.done(message);
    say('A plan could not be made, trying again.');
  } catch (fault) {
    say(`A plan could not be made, trying again: ${String(fault)}`);
  }
  const { attempts, dead } = await queue.failed(message, message.attempts + 1 >= mostTries);
  if (dead) say(`A plan was given up after ${mostTries} tries; request it again: ${message.body}`);
  else await pause(retryPauseMs(attempts), signal);
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
