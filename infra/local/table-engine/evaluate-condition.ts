import { type AttributeValue, type Item, membersOf, typeOf } from './attribute-value.ts';
import { compareValues, equalValues } from './compare-values.ts';
import { valueAt } from './document-path.ts';
import { type Comparator, type Condition, isPath, type Operand, type Predicate } from './expression-tree.ts';

/** Whether the item (empty when there is none) satisfies the condition. */
export function evaluateCondition(condition: Condition, item: Item): boolean {
  switch (condition.type) {
    case 'and':
      return condition.args.every((part) => evaluateCondition(part, item));
    case 'or':
      return condition.args.some((part) => evaluateCondition(part, item));
    case 'not':
      return !evaluateCondition(condition.args[0], item);
    case 'between':
      return isBetween(...(condition.args.map((arg) => resolve(arg, item)) as Resolved3));
    case 'in': {
      const [tested, ...list] = condition.args.map((arg) => resolve(arg, item));
      return tested !== undefined && list.some((value) => value !== undefined && equalValues(tested, value));
    }
    case 'function': {
      const [subject, operand] = condition.args;
      return holds(condition.name, resolve(subject, item), operand && resolve(operand, item));
    }
    default:
      return compares(condition.type, resolve(condition.args[0], item), resolve(condition.args[1], item));
  }
}

type Resolved = AttributeValue | undefined;
type Resolved3 = [Resolved, Resolved, Resolved];

function resolve(operand: Operand, item: Item): Resolved {
  if (isPath(operand)) return valueAt(item, operand);
  if (!('type' in operand)) return operand;
  const measured = resolve(operand.args[0], item);
  const size = measured && sizeOf(measured);
  return size === undefined ? undefined : { N: String(size) };
}

function sizeOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return Buffer.byteLength(value.B, 'base64');
  if ('L' in value) return value.L.length;
  if ('M' in value) return Object.keys(value.M).length;
  return membersOf(value)?.length;
}

function compares(comparator: Comparator, left: Resolved, right: Resolved): boolean {
  if (comparator === '<>') return left === undefined || right === undefined || !equalValues(left, right);
  if (left === undefined || right === undefined) return false;
  if (comparator === '=') return equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  switch (comparator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function isBetween(value: Resolved, low: Resolved, high: Resolved): boolean {
  return compares('>=', value, low) && compares('<=', value, high);
}

function holds(predicate: Predicate, subject: Resolved, operand: Resolved): boolean {
  if (predicate === 'attribute_not_exists') return subject === undefined;
  if (subject === undefined) return false;
  if (predicate === 'attribute_exists') return true;
  if (operand === undefined) return false;
  if (predicate === 'attribute_type') return 'S' in operand && typeOf(subject) === operand.S;
  return predicate === 'begins_with' ? beginsWith(subject, operand) : contains(subject, operand);
}

function beginsWith(subject: AttributeValue, prefix: AttributeValue): boolean {
  if ('S' in subject && 'S' in prefix) return subject.S.startsWith(prefix.S);
  if (!('B' in subject && 'B' in prefix)) return false;
  const start = Buffer.from(prefix.B, 'base64');
  return Buffer.from(subject.B, 'base64').subarray(0, start.length).equals(start);
}

/** Substring, member of a set, or an equal element of a list. */
function contains(subject: AttributeValue, part: AttributeValue): boolean {
  if ('L' in subject) return subject.L.some((element) => equalValues(element, part));
  if ('S' in part) return 'S' in subject ? subject.S.includes(part.S) : 'SS' in subject && subject.SS.includes(part.S);
  if ('N' in part) return 'NS' in subject && subject.NS.includes(part.N);
  if (!('B' in part)) return false;
  if ('BS' in subject) return subject.BS.includes(part.B);
  return 'B' in subject && Buffer.from(subject.B, 'base64').includes(Buffer.from(part.B, 'base64'));
}
