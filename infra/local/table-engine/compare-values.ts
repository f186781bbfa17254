import { type AttributeValue, type Item, membersOf, scalarText, typeOf } from './attribute-value.ts';
import { compareNumbers } from './decimal.ts';

/** Same type and same content: sets without order, maps by name, lists by place, to any depth. */
export function equalValues(a: AttributeValue, b: AttributeValue): boolean {
  if (a === b) return true;
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  if ('L' in a && 'L' in b) return a.L.length === b.L.length && a.L.every((value, i) => equalOrAbsent(value, b.L[i]));
  if ('M' in a && 'M' in b) return equalItems(a.M, b.M);
  const left = membersOf(a);
  const right = membersOf(b);
  if (left && right) return equalSets(left, right);
  if ('BOOL' in a && 'BOOL' in b) return a.BOOL === b.BOOL;
  return 'NULL' in a || scalarText(a) === scalarText(b);
}

/** Every attribute of one is in the other with an equal value. */
export function equalItems(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => equalOrAbsent(a[name], b[name]));
}

/** Order of two values of one scalar type; undefined when they cannot be ordered. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if ('N' in a && 'N' in b) return compareNumbers(a.N, b.N);
  if ('S' in a && 'S' in b) return compareText(a.S, b.S);
  if ('B' in a && 'B' in b) return Buffer.compare(Buffer.from(a.B, 'base64'), Buffer.from(b.B, 'base64'));
  return undefined;
}

function equalOrAbsent(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalValues(a, b);
}

function equalSets(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(b);
  return a.every((member) => members.has(member));
}

// DynamoDB orders strings by UTF-8 bytes; JavaScript's own order differs once surrogates occur.
function compareText(a: string, b: string): number {
  if (/[\ud800-\uffff]/.test(a) || /[\ud800-\uffff]/.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}
