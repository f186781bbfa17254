import type { VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import { badField, notFound, Refusal } from '../platform/errors.ts';

/** What the rule of a change refused, as a problem naming the field or the steps. */
export const refusalOfVisit = (
  { reason, detail, taskKeys = [], available }: VisitRefusal,
  present: unknown,
): Refusal => {
  switch (reason) {
    case 'not-assigned-to-you':
      return new Refusal('not-allowed', { reason, detail });
    case 'task-required': {
      const errors = taskKeys.map((key) => ({ field: `tasks.${key}`, message: 'this step has no answer' }));
      return new Refusal('task-required', { reason, errors, present });
    }
    case 'unknown-task':
      return notFound('checklist step');
    case 'no-van':
    case 'stock-too-low':
      return new Refusal('stock-too-low', {
        reason,
        detail,
        ...(available !== undefined && { present: { quantity: available } }),
      });
    case 'wrong-state':
    case 'no-assignment':
    case 'crew-incomplete':
      return new Refusal('wrong-state', { reason, detail, present });
    default:
      return badField(fields[reason] ?? 'body', inField(detail));
  }
};

/** Where in a request the reason lies. */
const fields: Readonly<Record<string, string>> = {
  'outcome-required': 'body.outcome',
  'in-the-future': 'body.at',
  'too-long-ago': 'body.at',
  'before-step-before': 'body.at',
  'unknown-part': 'body.partId',
  'wrong-answer': 'body.value',
};

/** A sentence as the message of a field. */
const inField = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1, -1)}`;
