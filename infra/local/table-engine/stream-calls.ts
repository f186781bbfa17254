import type { EngineCore, Operation } from './engine-core.ts';
import { engineStream } from './engine-stream.ts';
import { streamLabel, type TableShape } from './table-shape.ts';
import { validationError, WireError } from './wire-error.ts';

/** Every stream has one shard that never closes. */
const SHARD = 'shardId-00000000000000000000-00000001';
const FIRST_SEQUENCE = '100000000000000000001';
const MOST_RECORDS = 1000;

interface Request {
  TableName?: string;
  StreamArn?: string;
  ShardId?: string;
  ShardIteratorType?: string;
  SequenceNumber?: string;
  ShardIterator?: string;
  Limit?: number;
}

export const listStreams: Operation = (core, body) => {
  const { TableName } = body as Request;
  const tables = core.catalog.all().filter(({ stream, name }) => stream && (!TableName || name === TableName));
  return { Streams: tables.map(headOf) };
};

export const describeStream: Operation = (core, body) => {
  const table = tableOf(core, body as Request);
  return {
    StreamDescription: {
      ...headOf(table),
      StreamStatus: 'ENABLED',
      StreamViewType: table.stream?.viewType,
      KeySchema: table.definition.KeySchema,
      Shards: [{ ShardId: SHARD, SequenceNumberRange: { StartingSequenceNumber: FIRST_SEQUENCE } }],
    },
  };
};

export const getShardIterator: Operation = (core, body) => {
  const request = body as Request;
  const table = tableOf(core, request);
  if (request.ShardId !== SHARD) throw notFound('Requested resource not found: Shard does not exist');
  return { ShardIterator: iteratorText(table, startOf(core, table, request)) };
};

export const getRecords: Operation = async (core, body) => {
  const { ShardIterator = '', Limit = MOST_RECORDS } = body as Request;
  const [StreamArn = '', after = ''] = ShardIterator.split('|');
  const table = tableOf(core, { StreamArn });
  const records = await engineStream(core, table.name).read(after, Math.min(Limit, MOST_RECORDS));
  const last = records.at(-1)?.dynamodb?.SequenceNumber ?? after;
  return {
    Records: records.map(({ eventSourceARN: _arn, ...record }) => record),
    NextShardIterator: iteratorText(table, last),
  };
};

function headOf(table: TableShape) {
  return { StreamArn: table.stream?.arn, TableName: table.name, StreamLabel: streamLabel(table.definition) };
}

function tableOf(core: EngineCore, { StreamArn }: Request): TableShape {
  const table = core.catalog.all().find(({ stream }) => stream && stream.arn === StreamArn);
  if (!table) throw notFound(`Requested resource not found: Stream: ${StreamArn ?? ''} not found`);
  return table;
}

function startOf(core: EngineCore, table: TableShape, request: Request): string {
  const { ShardIteratorType: type, SequenceNumber: sequence = '' } = request;
  if (type === 'TRIM_HORIZON') return '';
  if (type === 'LATEST') return core.streams.latest(table);
  if (type === 'AFTER_SEQUENCE_NUMBER' && sequence) return sequence;
  if (type === 'AT_SEQUENCE_NUMBER' && /^\d+$/.test(sequence)) return (BigInt(sequence) - 1n).toString();
  throw validationError(`The shard iterator type ${type ?? ''} is not usable with the given sequence number`);
}

function iteratorText(table: TableShape, after: string): string {
  return `${table.stream?.arn ?? ''}|${after}`;
}

const notFound = (message: string) => new WireError('ResourceNotFoundException', message);
