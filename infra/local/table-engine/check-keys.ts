import type { AttributeValue, Item } from './attribute-value.ts';
import { typeOf } from './attribute-value.ts';
import { itemSizeBytes, LARGEST_ITEM_BYTES, valueSizeBytes } from './item-size.ts';
import { type KeyAttribute, type KeyShape, namesOf, type TableShape } from './table-shape.ts';
import { invalidParameter, validationError } from './wire-error.ts';

const LARGEST_PARTITION_KEY_BYTES = 2048;
const LARGEST_SORT_KEY_BYTES = 1024;
const DEEPEST_NESTING = 32;

const mismatch = () => validationError('The provided key element does not match the schema');

/** Throws unless the key has exactly the table's key attributes with their types. */
export function checkKey(table: TableShape, key: Item): void {
  if (Object.keys(key).length !== table.keyNames.length) throw mismatch();
  checkKeyParts(table.key, key);
}

/** Throws unless these attributes are there, typed, not empty and not too long. */
export function checkKeyParts(shape: KeyShape, key: Item): void {
  shape.forEach((attribute, place) => {
    const value = attribute && key[attribute.name];
    if (!attribute) return;
    if (!value || typeOf(value) !== attribute.type) throw mismatch();
    checkKeyValue(attribute, value, place === 0);
  });
}

/** Throws unless the item can be stored: its keys, its index keys, its size and its depth. */
export function checkItem(table: TableShape, item: Item): void {
  table.key.forEach((attribute, place) => {
    if (!attribute) return;
    const value = item[attribute.name];
    if (!value) throw invalidParameter(`Missing the key ${attribute.name} in the item`);
    if (typeOf(value) !== attribute.type)
      throw invalidParameter(
        `Type mismatch for key ${attribute.name} expected: ${attribute.type} actual: ${typeOf(value)}`,
      );
    checkKeyValue(attribute, value, place === 0);
  });
  checkStored(table, item);
}

/** The part of `checkItem` that an update needs too, whose key is checked already. */
export function checkStored(table: TableShape, item: Item): void {
  for (const index of table.indexes)
    index.key.forEach((attribute, place) => {
      const value = attribute && item[attribute.name];
      if (attribute && value) checkIndexKey(index.name, attribute, value, place === 0);
    });
  for (const value of Object.values(item)) checkDepth(value, 1);
  if (itemSizeBytes(item) > LARGEST_ITEM_BYTES)
    throw validationError('Item size has exceeded the maximum allowed size');
}

/** Throws when a path steps into an attribute that is a key of the table or an index: keys are scalars. */
export function checkNestedPaths(table: TableShape, nested: Record<string, boolean> | undefined): void {
  if (!nested) return;
  const refuse = (kind: string, names: readonly string[]) => {
    for (const name of names)
      if (nested[name])
        throw validationError(
          `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${kind}: ${name}`,
        );
  };
  refuse('Key', table.keyNames);
  for (const index of table.indexes) refuse('IndexKey', namesOf(index.key));
}

function checkIndexKey(indexName: string, attribute: KeyAttribute, value: AttributeValue, isHash: boolean): void {
  if (typeOf(value) !== attribute.type)
    throw invalidParameter(
      `Type mismatch for Index Key ${attribute.name} Expected: ${attribute.type} Actual: ${typeOf(value)} IndexName: ${indexName}`,
    );
  if (isEmpty(value))
    throw validationError(
      'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
        `The AttributeValue for a key attribute cannot contain an empty ${emptyName(value)} value. IndexName: ${indexName}, IndexKey: ${attribute.name}`,
    );
  checkKeyLength(value, isHash);
}

function checkKeyValue(attribute: KeyAttribute, value: AttributeValue, isHash: boolean): void {
  if (isEmpty(value))
    throw validationError(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${emptyName(value)} value. Key: ${attribute.name}`,
    );
  checkKeyLength(value, isHash);
}

function checkKeyLength(value: AttributeValue, isHash: boolean): void {
  const bytes = 'N' in value ? 0 : valueSizeBytes(value);
  if (isHash && bytes > LARGEST_PARTITION_KEY_BYTES)
    throw invalidParameter('Size of hashkey has exceeded the maximum size limit of2048 bytes');
  if (!isHash && bytes > LARGEST_SORT_KEY_BYTES)
    throw invalidParameter('Aggregated size of all range keys has exceeded the size limit of 1024 bytes');
}

function isEmpty(value: AttributeValue): boolean {
  return ('S' in value && value.S === '') || ('B' in value && value.B === '');
}

function emptyName(value: AttributeValue): string {
  return 'S' in value ? 'string' : 'binary';
}

function checkDepth(value: AttributeValue, depth: number): void {
  if (depth > DEEPEST_NESTING) throw validationError('Nesting Levels have exceeded supported limits');
  if (!('L' in value || 'M' in value)) return;
  for (const below of 'L' in value ? value.L : Object.values(value.M)) checkDepth(below, depth + 1);
}
