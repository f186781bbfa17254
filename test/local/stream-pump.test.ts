import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, expect, test } from 'vitest';
import type { Pump } from '../../infra/local/pumps/pump.ts';
import { skipToNow, startStreamPump, type StreamHandler } from '../../infra/local/pumps/stream-pump.ts';
import { startQueuePump } from '../../infra/local/pumps/queue-pump.ts';
import { openDurableQueue } from '../../infra/local/stand-ins/durable-queue.ts';
import type { EngineStream } from '../../infra/local/table-engine/table-engine.ts';
import { memoryCorner } from './memory-corner.ts';

/** A stream of so many records, numbered 01, 02, … */
const aStream = (count: number): EngineStream => {
  const checkpoints = new Map<string, string>();
  const records: DynamoDBRecord[] = Array.from({ length: count }, (_, index) => ({
    dynamodb: { SequenceNumber: String(index + 1).padStart(2, '0') },
  }));
  return {
    read: async (after, limit) => records.filter((one) => sequenceOf(one) > after).slice(0, limit),
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    checkpoint: async (consumer) => checkpoints.get(consumer) ?? '',
    saveCheckpoint: async (consumer, sequence) => {
      checkpoints.set(consumer, sequence);
    },
    trim: async () => {},
  };
};
const sequenceOf = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? '';

const atOnce = async () => {};
const pumps: Pump[] = [];
afterEach(async () => {
  await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
});
const pumping = (stream: EngineStream, handler: StreamHandler) => {
  const parked = memoryCorner();
  const said: string[] = [];
  const pump = startStreamPump({
    stream,
    consumer: 'changes',
    handler,
    park: (record) => parked.put(sequenceOf(record), ''),
    say: (line) => said.push(line),
    pause: atOnce,
  });
  pumps.push(pump);
  return { pump, parked, said };
};

test('every record arrives once and in order', async () => {
  const seen: string[] = [];
  const { pump } = pumping(aStream(25), async ({ Records }) => {
    seen.push(...Records.map(sequenceOf));
  });
  await pump.settled();
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0')));
});

test('records that can wait are handed on together with what comes within a second', async () => {
  const stream = aStream(5);
  const batches: string[][] = [];
  let shown = 2;
  const pump = startStreamPump({
    stream: { ...stream, read: async (after, limit) => (await stream.read(after, limit)).slice(0, shown) },
    consumer: 'changes',
    handler: async ({ Records }) => {
      batches.push(Records.map(sequenceOf));
    },
    canGather: () => true,
    park: async () => {},
    say: () => {},
    pause: async () => {
      shown = 5;
    },
  });
  pumps.push(pump);
  await pump.settled();
  expect(batches).toEqual([['01', '02', '03', '04', '05']]);
});

test('after a partial failure it goes on from the record that failed', async () => {
  const batches: string[][] = [];
  const { pump } = pumping(aStream(3), async ({ Records }) => {
    batches.push(Records.map(sequenceOf));
    return { batchItemFailures: batches.length === 1 ? [{ itemIdentifier: '02' }] : [] };
  });
  await pump.settled();
  expect(batches).toEqual([
    ['01', '02', '03'],
    ['02', '03'],
  ]);
});

test('a record that no try gets through is parked in sight after ten tries, and the others go on', async () => {
  const seen: string[] = [];
  let tries = 0;
  const { pump, parked, said } = pumping(aStream(3), async ({ Records }) => {
    const poisoned = Records.findIndex((one) => sequenceOf(one) === '02');
    seen.push(...Records.slice(0, poisoned < 0 ? undefined : poisoned).map(sequenceOf));
    if (poisoned < 0) return undefined;
    tries += 1;
    return { batchItemFailures: [{ itemIdentifier: '02' }] };
  });
  await pump.settled();
  expect(tries).toBe(10);
  expect(seen).toEqual(['01', '03']);
  const keys: string[] = [];
  for await (const [key] of parked.entries()) keys.push(key);
  expect(keys).toEqual(['02']);
  expect(said.join()).toContain('parked');
});

test('a batch that fails whole is taken in smaller parts, so that its neighbours get through', async () => {
  const sizes: number[] = [];
  const { pump } = pumping(aStream(20), async ({ Records }) => {
    sizes.push(Records.length);
    if (sizes.length < 3) throw new Error('too much');
  });
  await pump.settled();
  expect(sizes.slice(0, 3)).toEqual([20, 20, 6]);
});

test('a restart goes on behind the last checkpoint', async () => {
  const stream = aStream(4);
  await stream.saveCheckpoint('changes', '02');
  const seen: string[] = [];
  const { pump } = pumping(stream, async ({ Records }) => {
    seen.push(...Records.map(sequenceOf));
  });
  await pump.settled();
  expect(seen).toEqual(['03', '04']);
});

test('records from before the start of the demonstration are told to nobody', async () => {
  const stream = aStream(4);
  await skipToNow(stream, 'changes');
  expect(await stream.checkpoint('changes')).toBe('04');
});

test('a plan that fails once is tried again and then leaves the queue', async () => {
  const queue = openDurableQueue(memoryCorner());
  await queue.send('{"planId":"one"}');
  const tries: string[] = [];
  const said: string[] = [];
  const pump = startQueuePump({
    queue,
    handler: async ({ Records: [record] }) => {
      tries.push(record?.attributes.ApproximateReceiveCount ?? '');
      if (tries.length === 1) throw new Error('not now');
    },
    say: (line) => said.push(line),
    pause: atOnce,
  });
  pumps.push(pump);
  await pump.settled();
  expect(tries).toEqual(['1', '2']);
  expect(said.join()).toContain('not now');
  expect(await queue.waiting()).toEqual([]);
});

test('records that the handler is not for are passed over', async () => {
  const seen: string[] = [];
  const stream = aStream(5);
  const pump = startStreamPump({
    stream,
    consumer: 'changes',
    handler: async ({ Records }) => void seen.push(...Records.map(sequenceOf)),
    park: async () => {},
    say: () => {},
    wanted: (record) => Number(sequenceOf(record)) % 2 === 1,
  });
  pumps.push(pump);
  await pump.settled();
  expect(seen).toEqual(['01', '03', '05']);
  expect(await stream.checkpoint('changes')).toBe('05');
});

test('a batch that may not be parted is given up whole', async () => {
  const parked: string[] = [];
  const pump = startStreamPump({
    stream: aStream(3),
    consumer: 'changes',
    handler: async ({ Records }) => {
      if (Records.length > 0) throw new Error('never');
    },
    park: async (record) => void parked.push(sequenceOf(record)),
    say: () => {},
    pause: atOnce,
    mostTries: 2,
    bisects: false,
  });
  pumps.push(pump);
  await pump.settled();
  expect(parked).toEqual(['01', '02', '03']);
});

test('messages come in batches, those that failed come again, and after the last try lie in the queue for the dead', async () => {
  const queue = openDurableQueue(memoryCorner());
  const deadLetters = openDurableQueue(memoryCorner());
  for (const body of ['a', 'b', 'c']) await queue.send(body);
  const batches: string[][] = [];
  const pump = startQueuePump({
    queue,
    deadLetters,
    batchSize: 2,
    mostTries: 2,
    pause: atOnce,
    say: () => {},
    handler: async ({ Records }) => {
      batches.push(Records.map(({ body }) => body));
      const failed = Records.filter(({ body }) => body === 'b');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
  });
  pumps.push(pump);
  await pump.settled();
  expect(batches).toEqual([['a', 'b'], ['c'], ['b']]);
  expect((await deadLetters.waiting()).map(({ body }) => body)).toEqual(['b']);
});
