import { batchWriteItem } from './batch-write.ts';
import type { Operation } from './engine-core.ts';
import { createTable, deleteTable, describeTable, listTables } from './manage-tables.ts';
import { query } from './query.ts';
import { batchGetItem, getItem } from './read-item.ts';
import { scan } from './scan.ts';
import { describeStream, getRecords, getShardIterator, listStreams } from './stream-calls.ts';
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts';
import { transactGetItems } from './transact-get.ts';
import { transactWriteItems } from './transact-write.ts';
import { updateTable } from './update-table.ts';
import { deleteItem, putItem, updateItem } from './write-one.ts';

const tableCalls: Record<string, Operation> = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  DeleteTable: deleteTable,
  ListTables: listTables,
  UpdateTable: updateTable,
  UpdateTimeToLive: updateTimeToLive,
  DescribeTimeToLive: describeTimeToLive,
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  TransactGetItems: transactGetItems,
};

const streamCalls: Record<string, Operation> = {
  ListStreams: listStreams,
  DescribeStream: describeStream,
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
};

/** Every call the engine answers, by its target on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ...Object.entries(tableCalls).map(([name, operation]) => [`DynamoDB_20120810.${name}`, operation] as const),
  ...Object.entries(streamCalls).map(([name, operation]) => [`DynamoDBStreams_20120810.${name}`, operation] as const),
]);
