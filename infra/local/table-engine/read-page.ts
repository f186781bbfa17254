import type { Item } from './attribute-value.ts';
import { CapacityMeter, readUnits } from './capacity.ts';
import { checkKeyParts, checkNestedPaths } from './check-keys.ts';
import type { EngineCore } from './engine-core.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { itemSizeBytes } from './item-size.ts';
import type { RowRange } from './ordered-store.ts';
import { project } from './project.ts';
import { indexRow, itemRow } from './row-keys.ts';
import { type IndexShape, namesOf, type TableShape } from './table-shape.ts';
import type { PageRequest } from './wire-requests.ts';
import { invalidParameter, validationError } from './wire-error.ts';

/** A page ends with the item that makes it 1 MB, before any filter. */
const PAGE_BYTES = 2 ** 20;

/** What a query or scan reads from: a table or one of its indexes. */
export interface Source {
  table: TableShape;
  index: IndexShape | undefined;
}

/** Finds and checks the source; throws for unknown tables and indexes and for what an index cannot give. */
export function sourceOf(core: EngineCore, request: PageRequest): Source {
  const table = core.catalog.get(request.TableName);
  if (request.IndexName === undefined) return { table, index: undefined };
  const index = table.indexes.find(({ name }) => name === request.IndexName);
  if (!index) throw validationError(`The table does not have the specified index: ${request.IndexName}`);
  if (!index.active) throw validationError('Cannot read from backfilling global secondary index: ' + index.name);
  if (request.ConsistentRead) throw validationError('Consistent reads are not supported on global secondary indexes');
  if (request.Select === 'ALL_ATTRIBUTES' && index.projected)
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  return { table, index };
}

/** The row after which the page begins; throws when the start key does not fit the source. */
export function startRow({ table, index }: Source, start: Item): string {
  const names = keyNamesOf({ table, index });
  const invalid = validationError('The provided starting key is invalid');
  if (Object.keys(start).length !== names.length || names.some((name) => !start[name])) throw invalid;
  try {
    checkKeyParts(table.key, start);
    if (index) checkKeyParts(index.key, start);
  } catch {
    throw validationError('The provided starting key is invalid: The provided key element does not match the schema');
  }
  return index ? indexRow(table, index, start) : itemRow(table, start);
}

/** Reads one page of rows in the range's order: limit and 1 MB first, then filter, then projection. */
export async function readPage(core: EngineCore, request: PageRequest, source: Source, range: RowRange) {
  const { table, index } = source;
  checkNestedPaths(table, request._filter?.nestedPaths);
  checkNestedPaths(table, request._projection?.nestedPaths);
  refuseUnprojected(request, index);
  const found: Item[] = [];
  let scanned = 0;
  let bytes = 0;
  let last: Item | undefined;
  const limit = request.Limit === undefined ? {} : { limit: request.Limit };
  for await (const text of core.store.values({ ...range, ...limit })) {
    const item = JSON.parse(text) as Item;
    scanned += 1;
    bytes += itemSizeBytes(item);
    if (!request._filter || evaluateCondition(request._filter.expression, item)) found.push(item);
    if (scanned === request.Limit || bytes >= PAGE_BYTES) {
      last = item;
      break;
    }
  }
  const meter = new CapacityMeter();
  if (index) meter.add(table.name, 0);
  meter.add(table.name, readUnits(bytes, request.ConsistentRead === true), index?.name);
  return {
    ...(request.Select !== 'COUNT' && { Items: projected(found, request) }),
    Count: found.length,
    ScannedCount: scanned,
    ...(last && { LastEvaluatedKey: keyOf(source, last) }),
    ...meter.one(request.ReturnConsumedCapacity),
  };
}

/** All key attributes of the source: the table's, then the index's own. */
export function keyNamesOf({ table, index }: Source): string[] {
  return [...new Set([...table.keyNames, ...(index ? namesOf(index.key) : [])])];
}

function keyOf(source: Source, item: Item): Item {
  const key: Item = {};
  for (const name of keyNamesOf(source)) if (item[name]) key[name] = item[name];
  return key;
}

function projected(items: Item[], request: PageRequest): Item[] {
  const paths = request._projection?.paths;
  return paths ? items.map((item) => project(item, paths)) : items;
}

function refuseUnprojected(request: PageRequest, index: IndexShape | undefined): void {
  const kept = index?.projected;
  if (!index || !kept) return;
  const missing = (names: string[]) => [...new Set(names)].filter((name) => !kept.has(name)).join(', ');
  const projected = missing(request._projection?.paths.map(([head]) => String(head)) ?? []);
  if (projected) throw invalidParameter(`Global secondary index ${index.name} does not project [${projected}]`);
  const filtered = missing(Object.keys(request._filter?.pathHeads ?? {}));
  if (filtered)
    throw invalidParameter(
      `Secondary index ${index.name} does not project one or more filter attributes: [${filtered}]`,
    );
}
