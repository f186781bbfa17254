import { typeOf } from './attribute-value.ts';
import { type Condition, isPath, type Operand } from './expression-tree.ts';
import { validationError } from './wire-error.ts';

/** Throws when a literal stands where its type has no order: dynalite's parser lets that pass. */
export function checkOperands(kind: string, condition: Condition): void {
  switch (condition.type) {
    case 'and':
    case 'or':
    case 'not':
      for (const part of condition.args) checkOperands(kind, part);
      return;
    case '<':
    case '<=':
    case '>':
    case '>=':
      for (const operand of condition.args) refuseUnordered(kind, condition.type, operand);
      return;
    case 'between':
      for (const operand of condition.args) refuseUnordered(kind, 'BETWEEN', operand);
      return;
    default:
  }
}

function refuseUnordered(kind: string, operator: string, operand: Operand): void {
  if (isPath(operand) || 'type' in operand) return;
  const type = typeOf(operand);
  if (type !== 'S' && type !== 'N' && type !== 'B')
    throw validationError(
      `Invalid ${kind}: Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
    );
}
