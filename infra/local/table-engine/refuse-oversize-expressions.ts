import { validationError } from './wire-error.ts';

const LARGEST_EXPRESSION_BYTES = 4096;
const NAMES = [
  'ConditionExpression',
  'UpdateExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
];

/** Throws ValidationException when one of the request's expressions is over 4 KB. */
export function refuseOversizeExpressions(request: object): void {
  for (const name of NAMES) {
    const text = (request as Record<string, unknown>)[name];
    if (typeof text === 'string' && Buffer.byteLength(text) > LARGEST_EXPRESSION_BYTES)
      throw validationError(
        `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${Buffer.byteLength(text)}`,
      );
  }
}
