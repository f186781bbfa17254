import type { AttributeValue, Item } from './attribute-value.ts';

/** Bytes DynamoDB counts for an item: names and text in UTF-8 (developer guide, "Item sizes and formats"). */
export function itemSizeBytes(item: Item): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueSizeBytes(value);
  return bytes;
}

export const LARGEST_ITEM_BYTES = 400 * 1024;

/** Bytes of one value without its name. */
export function valueSizeBytes(value: AttributeValue): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSizeBytes(value.N);
  if ('B' in value) return Buffer.byteLength(value.B, 'base64');
  if ('SS' in value) return total(value.SS, (text) => Buffer.byteLength(text));
  if ('NS' in value) return total(value.NS, numberSizeBytes);
  if ('BS' in value) return total(value.BS, (text) => Buffer.byteLength(text, 'base64'));
  // A list or map costs 3 bytes, and 1 for each element.
  if ('L' in value) return 3 + total(value.L, (element) => 1 + valueSizeBytes(element));
  if ('M' in value) return 3 + Object.keys(value.M).length + itemSizeBytes(value.M);
  return 1;
}

// One byte for two significant digits, one for the exponent and one for a minus sign.
function numberSizeBytes(text: string): number {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  const trimmed = text.includes('.') ? digits : digits.replace(/0+$/, '');
  if (trimmed === '') return 1;
  return 1 + Math.ceil(trimmed.length / 2) + (text.startsWith('-') ? 1 : 0);
}

function total<T>(values: T[], size: (value: T) => number): number {
  return values.reduce((sum, value) => sum + size(value), 0);
}
