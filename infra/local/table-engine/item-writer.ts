import type { AttributeValue, Item } from './attribute-value.ts';
import { type CapacityMeter, writeUnits } from './capacity.ts';
import type { Change, ChangeStreams } from './change-streams.ts';
import { equalItems } from './compare-values.ts';
import { itemSizeBytes } from './item-size.ts';
import type { Row } from './ordered-store.ts';
import { indexRow, timeText } from './row-keys.ts';
import type { IndexShape, TableShape } from './table-shape.ts';

/**
 * Every row that one item's change touches: the item, its index rows, its expiry and its stream record. All go into
 * one batch, so that an index can never differ from its table.
 */
export function rowsOfChange(
  table: TableShape,
  key: string,
  change: Change,
  streams: ChangeStreams,
  meter?: CapacityMeter,
  factor = 1,
): Row[] {
  const { before, after } = change;
  meter?.add(table.name, factor * writeUnits(Math.max(sizeOf(before), sizeOf(after))));
  if (!before && !after) return [];
  const text = after && JSON.stringify(after);
  const rows: Row[] = [{ key, value: text }];
  for (const index of table.indexes)
    rows.push(
      ...rowsOfIndex(table, index, change, text, (units) => meter?.add(table.name, factor * units, index.name)),
    );
  rows.push(...expiryRows(table, key, change), ...streams.rowsOf(table, change));
  return rows;
}

/** The row an item has in an index; undefined when the item lacks one of the index's keys. */
export function indexItem(index: IndexShape, item: Item | undefined): Item | undefined {
  if (!item || index.key.some((attribute) => attribute && item[attribute.name] === undefined)) return undefined;
  if (!index.projected) return item;
  const row: Item = {};
  for (const [name, value] of Object.entries(item)) if (index.projected.has(name)) row[name] = value;
  return row;
}

/** When the item expires, in epoch seconds; undefined when its TTL attribute is absent or no number. */
export function expirySeconds(table: TableShape, item: Item | undefined): number | undefined {
  const value: AttributeValue | undefined = item && table.ttlAttribute ? item[table.ttlAttribute] : undefined;
  if (!value || !('N' in value)) return undefined;
  const seconds = Number(value.N);
  return seconds > 0 && seconds < 1e15 ? seconds : undefined;
}

/** The row that makes an expiry findable by time. */
export function expiryRow(table: TableShape, key: string, seconds: number): string {
  return `${table.rows.ttl}${timeText(seconds)}/${key}`;
}

function rowsOfIndex(
  table: TableShape,
  index: IndexShape,
  { before, after }: Change,
  text: string | undefined,
  charge: (units: number) => void,
): Row[] {
  const old = indexItem(index, before);
  const next = indexItem(index, after);
  const oldKey = old && indexRow(table, index, old);
  const nextKey = next && indexRow(table, index, next);
  const value = next && (index.projected ? JSON.stringify(next) : text);
  if (old && next && oldKey === nextKey) {
    if (equalItems(old, next)) return [];
    charge(writeUnits(Math.max(sizeOf(old), sizeOf(next))));
    return [{ key: oldKey ?? '', value }];
  }
  const rows: Row[] = [];
  if (oldKey) {
    charge(writeUnits(sizeOf(old)));
    rows.push({ key: oldKey, value: undefined });
  }
  if (nextKey) {
    charge(writeUnits(sizeOf(next)));
    rows.push({ key: nextKey, value });
  }
  return rows;
}

function expiryRows(table: TableShape, key: string, { before, after }: Change): Row[] {
  if (!table.ttlAttribute) return [];
  const old = expirySeconds(table, before);
  const next = expirySeconds(table, after);
  if (old === next) return [];
  const rows: Row[] = [];
  if (old !== undefined) rows.push({ key: expiryRow(table, key, old), value: undefined });
  if (next !== undefined) rows.push({ key: expiryRow(table, key, next), value: '' });
  return rows;
}

function sizeOf(item: Item | undefined): number {
  return item ? itemSizeBytes(item) : 0;
}
