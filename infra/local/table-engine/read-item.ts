import getShape from 'dynalite/validations/getItem.js';
import batchGetShape from 'dynalite/validations/batchGetItem.js';
import type { Item } from './attribute-value.ts';
import { CapacityMeter, readUnits } from './capacity.ts';
import { checkKey, checkNestedPaths } from './check-keys.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { itemSizeBytes } from './item-size.ts';
import { parseRequest } from './parse-request.ts';
import { project } from './project.ts';
import { refuseOversizeExpressions } from './refuse-oversize-expressions.ts';
import { itemRow } from './row-keys.ts';
import type { BatchGetRequest, GetRequest } from './wire-requests.ts';

/** A batch read answers at most 16 MB; what is left comes back as unprocessed. */
const LARGEST_BATCH_ANSWER_BYTES = 16 * 2 ** 20;

export const getItem: Operation = (core, body) => {
  const request = parseRequest<GetRequest>(getShape, body);
  const meter = new CapacityMeter();
  const item = itemOf(request, core.store.durable(rowOf(core, request)), meter, readFactor(request));
  return { ...(item && { Item: item }), ...meter.one(request.ReturnConsumedCapacity) };
};

export const batchGetItem: Operation = (core, body) => {
  for (const part of Object.values((body as { RequestItems?: Record<string, object> } | null)?.RequestItems ?? {}))
    if (part) refuseOversizeExpressions(part);
  const request = parseRequest<BatchGetRequest>(batchGetShape, body);
  const meter = new CapacityMeter();
  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, object> = {};
  let bytes = 0;
  for (const [name, part] of Object.entries(request.RequestItems)) {
    const gets = part.Keys.map((Key) => ({ ...part, TableName: name, Key }));
    const rows = gets.map((get) => rowOf(core, get));
    const items: Item[] = (responses[name] = []);
    gets.forEach((get, place) => {
      const text = bytes < LARGEST_BATCH_ANSWER_BYTES ? core.store.durable(rows[place] ?? '') : undefined;
      if (bytes >= LARGEST_BATCH_ANSWER_BYTES) unprocessed[name] = { ...part, Keys: part.Keys.slice(place) };
      const item = itemOf(get, text, meter, readFactor(get));
      bytes += text?.length ?? 0;
      if (item) items.push(item);
    });
  }
  const ConsumedCapacity = meter.report(request.ReturnConsumedCapacity);
  return { Responses: responses, UnprocessedKeys: unprocessed, ...(ConsumedCapacity && { ConsumedCapacity }) };
};

/** Where the wanted item lies; throws for an unknown table or a key that does not fit. */
export function rowOf(core: EngineCore, request: GetRequest): string {
  const table = core.catalog.get(request.TableName);
  checkKey(table, request.Key);
  checkNestedPaths(table, request._projection?.nestedPaths);
  return itemRow(table, request.Key);
}

/** The projected item, its reading put on the meter. */
export function itemOf(
  request: GetRequest,
  text: string | undefined,
  meter: CapacityMeter,
  read: { consistent: boolean; factor: number },
): Item | undefined {
  const item = text === undefined ? undefined : (JSON.parse(text) as Item);
  meter.add(request.TableName, read.factor * readUnits(item ? itemSizeBytes(item) : 0, read.consistent));
  if (!item || !request._projection) return item;
  return project(item, request._projection.paths);
}

function readFactor(request: GetRequest) {
  return { consistent: request.ConsistentRead === true, factor: 1 };
}
