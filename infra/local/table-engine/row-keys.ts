import codec from 'dynalite/db/index.js';
import { type AttributeValue, type Item, scalarText, typeOf } from './attribute-value.ts';
import type { IndexShape, KeyShape, TableShape } from './table-shape.ts';

/**
 * Rows sort as DynamoDB sorts: hash of the partition key, the key itself, then the sort key by its type's order.
 *   items  i/<table>/<hash>/<partition>/<sort>/
 *   index  g/<table>/<index>/<hash>/<partition>/<sort>/<hash>/<partition>/<sort>/   the item's whole key at the end
 *   others s/ stream, t/ expiry, k/ and e/ transaction tokens, p/ checkpoints, m/ tables, x/ doomed prefixes, q/ corners
 */
export function itemRow(table: TableShape, item: Item): string {
  return table.rows.items + keyText(table.key, item);
}

/** The index row of an item; the item's own key at the end keeps equal index keys apart. */
export function indexRow(table: TableShape, index: IndexShape, item: Item): string {
  return index.rows + keyText(index.key, item) + keyText(table.key, item);
}

/** What all rows of one partition begin with, after the prefix of the table or index. */
export function partitionText(value: AttributeValue): string {
  return `${codec.hashPrefix(scalarText(value), typeOf(value))}/${sortText(value)}/`;
}

/** Text of one key value that sorts as the value does. */
export function sortText(value: AttributeValue): string {
  return codec.toRangeStr(scalarText(value), typeOf(value));
}

/** Sorts after every row that begins with the text before it: row keys hold only hex digits and slashes. */
export const AFTER = '~';

export function keyText([hash, range]: KeyShape, item: Item): string {
  const partition = partitionText(part(item, hash.name));
  return range ? `${partition}${sortText(part(item, range.name))}/` : partition;
}

/** Sixteen digits: expiry in seconds or ms, so that text order is time order. */
export function timeText(time: number): string {
  return String(Math.floor(time)).padStart(16, '0');
}

function part(item: Item, name: string): AttributeValue {
  const value = item[name];
  if (value === undefined) throw new Error(`key attribute ${name} is missing`);
  return value;
}
