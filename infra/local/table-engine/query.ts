import queryShape from 'dynalite/validations/query.js';
import type { AttributeValue, Item } from './attribute-value.ts';
import { typeOf } from './attribute-value.ts';
import { compareValues, equalValues } from './compare-values.ts';
import type { Operation } from './engine-core.ts';
import type { RowRange } from './ordered-store.ts';
import { parseRequest } from './parse-request.ts';
import { readPage, type Source, sourceOf, startRow } from './read-page.ts';
import { AFTER, partitionText, sortText } from './row-keys.ts';
import { namesOf } from './table-shape.ts';
import type { KeyCondition, QueryRequest } from './wire-requests.ts';
import { invalidParameter, validationError } from './wire-error.ts';

export const query: Operation = (core, body) => {
  const request = parseRequest<QueryRequest>(queryShape, body);
  const source = sourceOf(core, request);
  const key = source.index?.key ?? source.table.key;
  checkConditions(request, source);
  const range = key[1] && request.KeyConditions[key[1].name];
  const prefix = (source.index?.rows ?? source.table.rows.items) + partitionText(hashValue(request, source));
  const bounds = range ? rangeBounds(prefix, range) : { gte: prefix, lt: prefix + AFTER };
  const reverse = request.ScanIndexForward === false;
  const start = request.ExclusiveStartKey && checkedStart(request.ExclusiveStartKey, request, source);
  const rows = start === undefined ? bounds : resumed(bounds, start, reverse);
  return readPage(core, request, source, { ...rows, reverse });
};

function checkConditions(request: QueryRequest, source: Source): void {
  const key = source.index?.key ?? source.table.key;
  const names = Object.keys(request.KeyConditions);
  const allowed = namesOf(key);
  for (const attribute of key) {
    const condition = attribute && request.KeyConditions[attribute.name];
    if (!attribute) continue;
    if (!condition) {
      if (attribute === key[0] || names.length > 1)
        throw validationError(`Query condition missed key schema element: ${attribute.name}`);
      continue;
    }
    if (condition.AttributeValueList.some((value) => typeOf(value) !== attribute.type))
      throw invalidParameter('Condition parameter type does not match schema type');
    if (attribute === key[0] && condition.ComparisonOperator !== 'EQ')
      throw validationError('Query key condition not supported');
  }
  if (names.some((name) => !allowed.includes(name))) throw validationError('Query key condition not supported');
  for (const name of allowed)
    if (request._filter?.pathHeads[name])
      throw validationError(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
      );
}

function hashValue(request: QueryRequest, { table, index }: Source): AttributeValue {
  const [value] = request.KeyConditions[(index?.key ?? table.key)[0].name]?.AttributeValueList ?? [];
  if (!value) throw validationError('Query key condition not supported');
  return value;
}

/** Row bounds of a sort key condition; each row goes on with a slash after the sort key's text. */
function rangeBounds(prefix: string, { ComparisonOperator: operator, AttributeValueList }: KeyCondition): RowRange {
  const [low = '', high = low] = AttributeValueList.map((value) => prefix + sortText(value));
  const end = prefix + AFTER;
  switch (operator) {
    case 'EQ':
      return { gte: `${low}/`, lt: `${low}/${AFTER}` };
    case 'LT':
      return { gte: prefix, lt: `${low}/` };
    case 'LE':
      return { gte: prefix, lt: `${low}/${AFTER}` };
    case 'GT':
      return { gte: `${low}/${AFTER}`, lt: end };
    case 'GE':
      return { gte: `${low}/`, lt: end };
    case 'BEGINS_WITH':
      return { gte: low, lt: low + AFTER };
    case 'BETWEEN':
      return { gte: `${low}/`, lt: `${high}/${AFTER}` };
    default:
      throw validationError('Attempted conditional constraint is not an indexable operation');
  }
}

function resumed({ gte = '', lt = '' }: RowRange, start: string, reverse: boolean): RowRange {
  return reverse ? { gte, lt: start < lt ? start : lt } : { gt: start, lt };
}

function checkedStart(start: Item, request: QueryRequest, source: Source): string {
  const row = startRow(source, start);
  const [hash, range] = source.index?.key ?? source.table.key;
  const value = start[hash.name];
  if (!value || !equalValues(value, hashValue(request, source)))
    throw validationError('The provided starting key is outside query boundaries based on provided conditions');
  const condition = range && request.KeyConditions[range.name];
  const sortValue = range && start[range.name];
  if (condition && sortValue && !satisfies(condition, sortValue))
    throw validationError('The provided starting key does not match the range key predicate');
  return row;
}

function satisfies({ ComparisonOperator, AttributeValueList }: KeyCondition, value: AttributeValue): boolean {
  const [low, high] = AttributeValueList;
  const order = low ? (compareValues(value, low) ?? 0) : 0;
  switch (ComparisonOperator) {
    case 'EQ':
      return order === 0;
    case 'LT':
      return order < 0;
    case 'LE':
      return order <= 0;
    case 'GT':
      return order > 0;
    case 'GE':
      return order >= 0;
    case 'BETWEEN':
      return order >= 0 && high !== undefined && (compareValues(value, high) ?? 0) <= 0;
    default:
      return low !== undefined && sortText(value).startsWith(sortText(low));
  }
}
