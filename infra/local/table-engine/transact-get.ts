import { CapacityMeter } from './capacity.ts';
import type { Operation } from './engine-core.ts';
import { parseActions } from './parse-actions.ts';
import { itemOf, refuseDuplicates, rowOf } from './read-item.ts';
import { transactGetShape } from './transact-shapes.ts';
import type { TransactGetRequest } from './wire-requests.ts';

/** All items at one point in time. */
export const transactGetItems: Operation = (core, body) => {
  const request = parseActions<TransactGetRequest>(transactGetShape, body);
  const meter = new CapacityMeter();
  const rows = request.TransactItems.map(({ Get }) => rowOf(core, Get));
  refuseDuplicates(rows, 'Transaction request cannot include multiple operations on one item');
  const texts = core.store.durableTogether(rows);
  const responses = request.TransactItems.map(({ Get }, place) => {
    const item = itemOf(Get, texts[place], meter, { consistent: true, factor: 2 });
    return item ? { Item: item } : {};
  });
  const ConsumedCapacity = meter.report(request.ReturnConsumedCapacity, 'Read');
  return { Responses: responses, ...(ConsumedCapacity && { ConsumedCapacity }) };
};
