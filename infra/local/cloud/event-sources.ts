import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import type { QueuePumpOptions } from '../pumps/queue-pump.ts';
import type { StreamPumpOptions } from '../pumps/stream-pump.ts';
import type { Queues } from '../stand-ins/durable-queue.ts';
import type { EngineStream } from '../table-engine/table-engine.ts';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import { fitsPattern } from './fits-pattern.ts';
import type { Invoke } from './http-api.ts';
import type { Resource } from './resolve.ts';

export interface EventSourceParts {
  readonly resources: readonly Resource[];
  readonly functions: readonly CloudFunction[];
  readonly invoke: Invoke;
  readonly stream: EngineStream;
  readonly streamArn: string;
  readonly queues: Queues;
  readonly say: (line: string) => void;
}

/** The templates' event source mappings as pumps: what each function is fed from, how much at once, how often, and what becomes of the rest. */
export function eventSources(parts: EventSourceParts): { streams: StreamPumpOptions[]; queues: QueuePumpOptions[] } {
  const streams: StreamPumpOptions[] = [];
  const queues: QueuePumpOptions[] = [];
  for (const { type, name, properties } of parts.resources) {
    if (type !== 'AWS::Lambda::EventSourceMapping') continue;
    const mapping = mappingShape.parse(properties);
    if (mapping.EventSourceArn === parts.streamArn) streams.push(streamSource(parts, name, mapping));
    else queues.push(queueSource(parts, mapping));
  }
  return { streams, queues };
}

type Mapping = z.infer<typeof mappingShape>;

function streamSource(parts: EventSourceParts, consumer: string, mapping: Mapping): StreamPumpOptions {
  const target = functionMeant(parts.functions, mapping.FunctionName);
  const destination = mapping.DestinationConfig?.OnFailure.Destination;
  const parked = destination === undefined ? undefined : parts.queues.named(queueNameOf(parts, destination));
  const { BatchSize: batchSize = 100, MaximumRetryAttempts: retries = -1 } = mapping;
  return {
    stream: parts.stream,
    consumer,
    handler: async (event) => failuresOf(mapping, await parts.invoke(target, event)),
    wanted: wantedBy(mapping),
    batchSize,
    mostTries: retries < 0 ? Number.POSITIVE_INFINITY : retries + 1,
    bisects: mapping.BisectBatchOnFunctionError ?? false,
    park: async (record) => void (await parked?.send(JSON.stringify(parkedNote(target, mapping, record)))),
    say: parts.say,
  };
}

function queueSource(parts: EventSourceParts, mapping: Mapping): QueuePumpOptions {
  const target = functionMeant(parts.functions, mapping.FunctionName);
  const name = queueNameOf(parts, mapping.EventSourceArn);
  const { RedrivePolicy: redrive } = queueShape.parse(
    parts.resources.find((one) => one.name === name)?.properties ?? {},
  );
  return {
    queue: parts.queues.named(name),
    handler: async (event) => failuresOf(mapping, await parts.invoke(target, event)),
    batchSize: mapping.BatchSize ?? 10,
    say: parts.say,
    ...(redrive && {
      mostTries: redrive.maxReceiveCount,
      deadLetters: parts.queues.named(queueNameOf(parts, redrive.deadLetterTargetArn)),
    }),
  };
}

/** A function's list of failures counts only where the mapping says so. */
function failuresOf({ FunctionResponseTypes = [] }: Mapping, result: unknown) {
  return FunctionResponseTypes.includes('ReportBatchItemFailures') ? failuresShape.parse(result ?? {}) : undefined;
}

function wantedBy({ FilterCriteria }: Mapping): (record: DynamoDBRecord) => boolean {
  const patterns = FilterCriteria?.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
  return (record) => patterns === undefined || patterns.some((pattern) => fitsPattern(pattern, record));
}

/** What Lambda tells the destination: where the record stands in the stream, not the record. */
const parkedNote = (target: CloudFunction, { EventSourceArn }: Mapping, { dynamodb, eventID }: DynamoDBRecord) => ({
  requestContext: { functionArn: target.arn, condition: 'RetryAttemptsExhausted' },
  DDBStreamBatchInfo: {
    streamArn: EventSourceArn,
    shardId: 'shardId-00000000000000000000-00000001',
    startSequenceNumber: dynamodb?.SequenceNumber ?? eventID,
    endSequenceNumber: dynamodb?.SequenceNumber ?? eventID,
    batchSize: 1,
  },
});

function queueNameOf({ resources }: EventSourceParts, arn: string): string {
  const queue = resources.find((one) => one.type === 'AWS::SQS::Queue' && one.arn === arn);
  if (!queue) throw new Error(`The templates declare no queue ${arn}`);
  return queue.name;
}

const mappingShape = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.optional(z.number()),
  BisectBatchOnFunctionError: z.optional(z.boolean()),
  MaximumRetryAttempts: z.optional(z.number()),
  FunctionResponseTypes: z.optional(z.array(z.string())),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
});
const queueShape = z.object({
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() })),
});
const failuresShape = z.object({
  batchItemFailures: z._default(z.array(z.object({ itemIdentifier: z.string() })), []),
});
