import type { AssignmentRefusal } from '../../shared/rules/assignment.ts';
import type { StepRefusal } from '../../shared/rules/appointment-lifecycle.ts';
import { badField, Refusal } from '../platform/errors.ts';

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

/** What the life cycle refused, as a problem naming the field or the steps. */
export const refusalOfStep = (refused: StepRefusal, present: unknown): Refusal => {
  const { reason } = refused;
  switch (reason) {
    case 'wrong-state': {
      const next = refused.allowed.join(' or ');
      const detail = next ? `From here it can only become ${next}.` : 'Nothing can follow this state.';
      return new Refusal('wrong-state', { reason, detail, present });
    }
    case 'no-assignment':
      return new Refusal('wrong-state', { reason, detail: 'Nobody is assigned to it.', present });
    case 'not-assigned-to-you':
      return new Refusal('not-allowed', { reason });
    case 'task-required': {
      const errors = refused.taskKeys.map((key) => ({ field: `tasks.${key}`, message: 'this step has no answer' }));
      return new Refusal('task-required', { reason, errors, present });
    }
    case 'outcome-required':
      return badField('body.outcome', 'an outcome tells why it could not be completed');
    case 'in-the-future':
      return badField('body.at', 'this lies in the future');
    case 'too-long-ago':
      return badField('body.at', 'this is more than a day ago');
    case 'before-step-before':
      return badField('body.at', 'this lies before the step before it');
  }
};

const sentence = (fact: string): string => `${fact.charAt(0).toUpperCase()}${fact.slice(1)}.`;
