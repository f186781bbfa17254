import { typeOf } from './attribute-value.ts';
import { type Condition, isPath, type Operand } from './expression-tree.ts';
import { validationError } from './wire-error.ts';

/** Throws for literals without an order and for operands compared with themselves: dynalite lets some of these pass. */
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
    case 'in':
      refuseSame(kind, 'IN', condition.args);
      return;
    case 'function':
      refuseSame(kind, condition.name, condition.args);
      return;
    case 'between':
      refuseSame(kind, 'BETWEEN', condition.args);
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

function refuseSame(kind: string, operator: string, [first, ...others]: readonly (Operand | undefined)[]): void {
  if (first === undefined || !isPath(first)) return;
  const text = JSON.stringify(first);
  if (others.some((other) => other !== undefined && isPath(other) && JSON.stringify(other) === text))
    throw validationError(
      `Invalid ${kind}: The first operand must be distinct from the remaining operands for this operator or function; ` +
        `operator: ${operator}, first operand: [${first.join(', ')}]`,
    );
}
