import { parseRequest } from './parse-request.ts';
import { type ActionName, actionShapes, transactionShape } from './transact-shapes.ts';
import { validationError, WireError } from './wire-error.ts';

const MOST_ACTIONS = 100;

/** The request of a transaction with each of its actions parsed; `names` are those it may have. Throws WireError. */
export function parseActions<T>(names: readonly ActionName[], body: unknown): T {
  const actions = (body as { TransactItems?: unknown } | null)?.TransactItems;
  // The actions are taken out first, so that they are not walked twice.
  const request = parseRequest<Record<string, unknown>>(transactionShape, { ...(body as object) });
  if (!Array.isArray(actions) || actions.length < 1 || actions.length > MOST_ACTIONS) throw wrongLength(actions);
  return { ...request, TransactItems: actions.map((action: unknown) => parseAction(names, action)) } as T;
}

function parseAction(names: readonly ActionName[], action: unknown): Record<string, unknown> {
  if (typeof action !== 'object' || action === null || Array.isArray(action))
    throw new WireError('SerializationException', 'Start of structure or map found where not expected');
  const present = Object.entries(action).filter(([, value]) => value != null);
  const [first] = present;
  const name = names.find((allowed) => allowed === first?.[0]);
  if (!first || !name || present.length > 1)
    throw validationError(`TransactItems can only contain one of ${names.join(', ')}`);
  const parsed = parseRequest<{ ConditionExpression?: string }>(actionShapes[name], first[1]);
  if (name === 'ConditionCheck' && parsed.ConditionExpression === undefined)
    throw validationError(
      "1 validation error detected: Value null at 'conditionExpression' failed: Member must not be null",
    );
  return { [name]: parsed };
}

function wrongLength(actions: unknown): WireError {
  const bound =
    Array.isArray(actions) && actions.length > 0
      ? `less than or equal to ${MOST_ACTIONS}`
      : 'greater than or equal to 1';
  return validationError(
    `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length ${bound}`,
  );
}
