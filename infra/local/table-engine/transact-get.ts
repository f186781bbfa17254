import { cancelled, type Reason, reasonOf } from './cancelled-transaction.ts';
import { CapacityMeter } from './capacity.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { parseActions } from './parse-actions.ts';
import { itemOf, rowOf } from './read-item.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import type { TransactGetRequest } from './wire-requests.ts';

/** All items at one point in time. */
export const transactGetItems: Operation = (core, body) => {
  const request = parseActions<TransactGetRequest>(['Get'], body);
  const meter = new CapacityMeter();
  const rows = rowsOf(core, request);
  refuseDuplicates(rows, 'Transaction request cannot include multiple operations on one item');
  const texts = core.store.durableTogether(rows);
  const responses = request.TransactItems.map(({ Get }, place) => {
    const item = itemOf(Get, texts[place], meter, { consistent: true, factor: 2 });
    return item ? { Item: item } : {};
  });
  const ConsumedCapacity = meter.report(request.ReturnConsumedCapacity, 'Read');
  return { Responses: responses, ...(ConsumedCapacity && { ConsumedCapacity }) };
};

function rowsOf(core: EngineCore, { TransactItems }: TransactGetRequest): string[] {
  const rows: string[] = [];
  const reasons = TransactItems.map(({ Get }): Reason => {
    try {
      rows.push(rowOf(core, Get));
      return { Code: 'None' };
    } catch (refusal) {
      return reasonOf(refusal);
    }
  });
  if (rows.length < TransactItems.length) throw cancelled(reasons);
  return rows;
}
