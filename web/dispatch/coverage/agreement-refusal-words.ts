import { ApiProblem } from '../../api/api-problem.ts';
import { refusalWords } from '../administration/refusal-words.ts';
import { t } from './messages.ts';

/** Why something about warranties, contracts or somebody's word was refused, in the person's language. */
export const agreementRefusalWords = (fault: unknown): string => {
  const reason = fault instanceof ApiProblem ? fault.problem.reason : undefined;
  const known = refusals.find((one) => one === reason);
  return known ? t(`refused.${known}`) : refusalWords(fault);
};

const refusals = [
  'not-decided',
  'taken-already',
  'answered-already',
  'other-role',
  'reference-required',
  'renewed-already',
  'no-term',
  'ends-before-it-begins',
  'not-a-lease',
  'outside-term',
  'before-last-change',
  'not-leased',
  'no-swap-right',
  'swaps-used-up',
  'leased-already',
  'no-residual',
  'residual-not-due',
  'condition-wanted',
  'owes-nothing',
  'not-its-type',
] as const;
