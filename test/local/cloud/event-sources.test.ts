import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { eventSources } from '../../../infra/local/cloud/event-sources.ts';
import { resolveResources } from '../../../infra/local/cloud/resolve.ts';
import { openQueues } from '../../../infra/local/stand-ins/durable-queue.ts';
import { memoryCorner } from '../memory-corner.ts';
import { aCloudFunction } from './a-cloud-function.ts';
import { anAssembly } from './an-assembly.ts';

const streamArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/fieldline/stream/local';
const stream = {
  read: async () => [],
  wait: async () => {},
  checkpoint: async () => '',
  saveCheckpoint: async () => {},
  trim: async () => {},
};
const aMapping = (properties: Record<string, unknown>) => ({
  logicalId: 'Mapping',
  type: 'AWS::Lambda::EventSourceMapping',
  properties: { FunctionName: 'consumer', ...properties },
});
const aQueue = (logicalId: string, properties: Record<string, unknown> = {}) => ({
  logicalId,
  type: 'AWS::SQS::Queue',
  properties,
});
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const sourcesOf = (resources: Parameters<typeof anAssembly>[0], answer: unknown = null) => {
  const queues = openQueues(memoryCorner);
  const sources = eventSources({
    resources: resolveResources(anAssembly(resources), {}),
    functions: [aCloudFunction('consumer')],
    invoke: async () => answer,
    stream,
    streamArn,
    queues,
    say: () => {},
  });
  return { ...sources, named: queues.named };
};
const aRecord = (eventName: 'INSERT' | 'REMOVE'): DynamoDBRecord => ({ eventName, dynamodb: { SequenceNumber: '7' } });

test('a stream is read as its mapping says: how much at once, how often again, in parts or whole', () => {
  const { streams } = sourcesOf([
    aMapping({ EventSourceArn: streamArn, BatchSize: 25, MaximumRetryAttempts: 4, BisectBatchOnFunctionError: true }),
  ]);
  expect(streams).toMatchObject([{ batchSize: 25, mostTries: 5, bisects: true, consumer: 'app-Mapping' }]);
  expect(sourcesOf([aMapping({ EventSourceArn: streamArn })]).streams).toMatchObject([
    { batchSize: 100, mostTries: Number.POSITIVE_INFINITY, bisects: false },
  ]);
});

test('only records that a filter lets through are wanted', () => {
  const Filters = [{ Pattern: JSON.stringify({ eventName: ['INSERT'] }) }];
  const [source] = sourcesOf([aMapping({ EventSourceArn: streamArn, FilterCriteria: { Filters } })]).streams;
  expect(source?.wanted?.(aRecord('INSERT'))).toBe(true);
  expect(source?.wanted?.(aRecord('REMOVE'))).toBe(false);
});

test('a record that is given up is told to the queue of the mapping by where it stands in the stream', async () => {
  const DestinationConfig = { OnFailure: { Destination: arnOf('Parked') } };
  const { streams, named } = sourcesOf([
    aMapping({ EventSourceArn: streamArn, DestinationConfig, MaximumRetryAttempts: 1 }),
    aQueue('Parked'),
  ]);
  await streams[0]?.park(aRecord('INSERT'));
  const [told] = await named('app-Parked').waiting();
  expect(JSON.parse(told?.body ?? '')).toMatchObject({
    DDBStreamBatchInfo: { streamArn, startSequenceNumber: '7' },
    requestContext: { condition: 'RetryAttemptsExhausted' },
  });
});

test('failures of single records count only where the mapping asks for them', async () => {
  const failures = { batchItemFailures: [{ itemIdentifier: '7' }] };
  const [plain] = sourcesOf([aMapping({ EventSourceArn: streamArn })], failures).streams;
  const FunctionResponseTypes = ['ReportBatchItemFailures'];
  const [partial] = sourcesOf([aMapping({ EventSourceArn: streamArn, FunctionResponseTypes })], failures).streams;
  expect(await plain?.handler({ Records: [] })).toBeUndefined();
  expect(await partial?.handler({ Records: [] })).toEqual(failures);
});

test('a queue gives a message as often as its redrive policy says and then parks it', () => {
  const redrive = { RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 } };
  const { queues, named } = sourcesOf([
    aMapping({ EventSourceArn: arnOf('Plans'), BatchSize: 1 }),
    aQueue('Plans', redrive),
    aQueue('Dead'),
  ]);
  expect(queues).toMatchObject([{ batchSize: 1, mostTries: 3 }]);
  expect(queues[0]?.deadLetters).toBe(named('app-Dead'));
});
