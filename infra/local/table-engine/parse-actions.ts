import { parseRequest } from './parse-request.ts';
import { type ActionName, actionShapes, type transactWriteShape } from './transact-shapes.ts';
import { validationError } from './wire-error.ts';

/** The request of a transaction with the expressions of each action parsed. Throws WireError. */
export function parseActions<T>(shape: typeof transactWriteShape, body: unknown): T {
  const request = parseRequest<{ TransactItems: Record<string, unknown>[] }>(shape, body);
  for (const action of request.TransactItems) {
    const names = Object.keys(action) as ActionName[];
    const [name] = names;
    if (!name || names.length > 1)
      throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
    if (name === 'ConditionCheck' && !(action[name] as { ConditionExpression?: string }).ConditionExpression)
      throw validationError('The expression can not be empty;');
    action[name] = parseRequest(actionShapes[name], action[name]);
  }
  return request as T;
}
