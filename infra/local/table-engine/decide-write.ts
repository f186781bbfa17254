import type { AttributeValue, Item } from './attribute-value.ts';
import { applyUpdate } from './apply-update.ts';
import type { Change } from './change-streams.ts';
import { checkItem, checkKey, checkNestedPaths, checkStored } from './check-keys.ts';
import type { EngineCore } from './engine-core.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { ParsedUpdate } from './expression-tree.ts';
import { itemRow } from './row-keys.ts';
import type { TableShape } from './table-shape.ts';
import type { Conditional, DeleteRequest, PutRequest, UpdateRequest } from './wire-requests.ts';
import { invalidParameter, WireError } from './wire-error.ts';

/** A write that is decided but not yet committed: which item, and what becomes of it. */
export interface Decision {
  table: TableShape;
  row: string;
  change: Change;
}

/** Decides a put. Throws WireError when its item or condition does not hold. */
export function decidePut(core: EngineCore, request: PutRequest): Decision {
  const table = core.catalog.get(request.TableName);
  checkItem(table, request.Item);
  return decide(core, table, request, request.Item, () => request.Item);
}

/** Decides a delete. */
export function decideDelete(core: EngineCore, request: DeleteRequest): Decision {
  const table = core.catalog.get(request.TableName);
  checkKey(table, request.Key);
  return decide(core, table, request, request.Key, () => undefined);
}

/** Decides a condition check, which leaves the item as it is. */
export function decideCheck(core: EngineCore, request: DeleteRequest): Decision {
  const table = core.catalog.get(request.TableName);
  checkKey(table, request.Key);
  return decide(core, table, request, request.Key, (before) => before);
}

/** Decides an update; an item that does not exist begins as its key. */
export function decideUpdate(core: EngineCore, request: UpdateRequest): Decision {
  const table = core.catalog.get(request.TableName);
  checkKey(table, request.Key);
  checkUpdatedNames(table, request._updates);
  return decide(core, table, request, request.Key, (before) => {
    const after = applyUpdate(before ?? request.Key, request._updates?.sections ?? []);
    checkStored(table, after);
    return after;
  });
}

/** The item as the next write must see it. */
export function latestItem(core: EngineCore, row: string): Item | undefined {
  const text = core.store.latest(row);
  return text === undefined ? undefined : (JSON.parse(text) as Item);
}

function decide(
  core: EngineCore,
  table: TableShape,
  request: Conditional,
  key: Item,
  next: (before: Item | undefined) => Item | undefined,
): Decision {
  checkNestedPaths(table, request._condition?.nestedPaths);
  const row = itemRow(table, key);
  const before = latestItem(core, row);
  if (request._condition && !evaluateCondition(request._condition.expression, before ?? {})) {
    const seen = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before ? { Item: before } : {};
    throw new WireError('ConditionalCheckFailedException', 'The conditional request failed', seen);
  }
  return { table, row, change: { before, after: next(before) } };
}

function checkUpdatedNames(table: TableShape, updates: ParsedUpdate | undefined): void {
  for (const { path } of updates?.sections ?? [])
    if (table.keyNames.includes(String(path[0])))
      throw invalidParameter(`Cannot update attribute ${String(path[0])}. This attribute is part of the key`);
  checkNestedPaths(table, updates?.nestedPaths);
}

/** The attributes an answer carries, when there are any. */
export function attributesOf(item: Item | undefined): { Attributes?: Record<string, AttributeValue> } {
  return item && Object.keys(item).length > 0 ? { Attributes: item } : {};
}
