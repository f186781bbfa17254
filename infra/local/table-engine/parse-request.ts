import type dynaliteShape from 'dynalite/validations/putItem.js';
import validations from 'dynalite/validations/index.js';
import { checkOperands } from './check-operands.ts';
import type { ParsedCondition } from './expression-tree.ts';
import { refuseOversizeExpressions } from './refuse-oversize-expressions.ts';
import { validationError, WireError } from './wire-error.ts';

type Shape = typeof dynaliteShape;

/** The old parameters that expressions replaced in 2014. The engine speaks expressions only, and says so. */
const LEGACY = ['Expected', 'AttributeUpdates', 'KeyConditions', 'QueryFilter', 'ScanFilter', 'AttributesToGet'];

// dynalite measures items in UTF-16 units; the engine measures them itself, so its limit is put out of the way.
const noSizeLimit = { options: { maxItemSize: Number.POSITIVE_INFINITY } };

/**
 * The request, checked and with its expressions parsed (`_condition`, `_updates`, `_keyCondition`, `_filter`,
 * `_projection`). Takes the body over: unknown fields are removed from it. Throws WireError.
 */
export function parseRequest<T>(shape: Shape, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new WireError('SerializationException', 'Start of structure or map found where not expected');
  for (const name of LEGACY)
    if ((body as Record<string, unknown>)[name] != null)
      throw validationError(`This engine takes expressions, not the legacy parameter ${name}`);
  refuseOversizeExpressions(body);
  dropDoubleNegation(body as Record<string, unknown>);
  const request = inWireErrors(() => {
    const data = validations.checkTypes(body, shape.types);
    validations.checkValidations(data, shape.types, shape.custom, noSizeLimit);
    return data;
  });
  const { _condition, _filter } = request as { _condition?: ParsedCondition; _filter?: ParsedCondition };
  if (_condition) checkOperands('ConditionExpression', _condition.expression);
  if (_filter) checkOperands('FilterExpression', _filter.expression);
  return request as T;
}

// dynalite's grammar lacks NOT NOT, which DynamoDB takes. Expressions hold no literals, so the text may be changed.
function dropDoubleNegation(request: Record<string, unknown>): void {
  for (const name of ['ConditionExpression', 'FilterExpression']) {
    const text = request[name];
    if (typeof text === 'string') request[name] = text.replace(/\bNOT\s+NOT\s+/gi, '');
  }
}

/** Runs dynalite code and turns its errors into ours. */
function inWireErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (fault) {
    const body = fault instanceof Error && 'body' in fault ? (fault.body as Record<string, unknown>) : undefined;
    if (!body) throw fault;
    const type = String(body['__type']).split('#').at(-1) ?? '';
    throw new WireError(type, String(body['message'] ?? body['Message'] ?? ''));
  }
}
