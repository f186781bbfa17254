import type { AssignmentRefusal } from '../../shared/rules/assignment.ts';
import { Refusal } from '../platform/errors.ts';

/** What the assignment rule refused, as a problem with its reason. */
export const refusalOfAssignment = (refused: AssignmentRefusal, present: unknown): Refusal => {
  const { reason, fact } = refused;
  const details = { reason, detail: sentence(fact), present };
  switch (reason) {
    case 'in-the-past':
    case 'before-earliest-start':
      return new Refusal('bad-input', {
        reason,
        detail: sentence(fact),
        errors: [{ field: 'body.plannedStartAt', message: fact }],
      });
    case 'double-booking':
    case 'wrong-state':
      return new Refusal(reason, details);
    default:
      return new Refusal('excluded', details);
  }
};

const sentence = (fact: string): string => `${fact.charAt(0).toUpperCase()}${fact.slice(1)}.`;
