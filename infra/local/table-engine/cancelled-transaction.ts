import type { Item } from './attribute-value.ts';
import { WireError } from './wire-error.ts';

/** Why one action of a transaction did not hold; 'None' when it did. */
export interface Reason {
  Code: string;
  Message?: string;
  Item?: Item;
}

/** The error of a transaction, with a reason for each action in order. */
export function cancelled(reasons: Reason[]): WireError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new WireError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}

/** The reason that a refused action gives; other faults pass through. */
export function reasonOf(refusal: unknown): Reason {
  if (!(refusal instanceof WireError)) throw refusal;
  if (refusal.name === 'ConditionalCheckFailedException') {
    const seen = refusal.body['Item'] as Item | undefined;
    return { Code: 'ConditionalCheckFailed', Message: refusal.message, ...(seen && { Item: seen }) };
  }
  if (refusal.name === 'ValidationException') return { Code: 'ValidationError', Message: refusal.message };
  throw refusal;
}
