import batchWriteShape from 'dynalite/validations/batchWriteItem.js';
import { CapacityMeter } from './capacity.ts';
import { decideDelete, decidePut, type Decision } from './decide-write.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { rowsOfChange } from './item-writer.ts';
import { parseRequest } from './parse-request.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import type { BatchWriteRequest } from './wire-requests.ts';
import { validationError } from './wire-error.ts';

const MOST_REQUESTS = 25;

export const batchWriteItem: Operation = async (core, body) => {
  const request = parseRequest<BatchWriteRequest>(batchWriteShape, body);
  const meter = new CapacityMeter();
  try {
    const decisions = decideAll(core, request);
    const rows = decisions.flatMap(({ table, row, change }) => rowsOfChange(table, row, change, core.streams, meter));
    await core.store.commit(rows);
  } catch (refusal) {
    await core.store.settled();
    throw refusal;
  }
  const ConsumedCapacity = meter.report(request.ReturnConsumedCapacity);
  return { UnprocessedItems: {}, ...(ConsumedCapacity && { ConsumedCapacity }) };
};

function decideAll(core: EngineCore, { RequestItems }: BatchWriteRequest): Decision[] {
  const count = Object.values(RequestItems).reduce((sum, writes) => sum + writes.length, 0);
  if (count > MOST_REQUESTS) throw validationError('Too many items requested for the BatchWriteItem call');
  const decisions = Object.entries(RequestItems).flatMap(([TableName, writes]) =>
    writes.map(({ PutRequest: put, DeleteRequest: del }) => {
      if (put && !del) return decidePut(core, { TableName, Item: put.Item });
      if (del && !put) return decideDelete(core, { TableName, Key: del.Key });
      throw validationError('Supplied AttributeValue has more than one datatypes set, must contain exactly one');
    }),
  );
  refuseDuplicates(
    decisions.map(({ row }) => row),
    'Provided list of item keys contains duplicates',
  );
  return decisions;
}
