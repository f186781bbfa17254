import { ApiProblem } from '../../api/api-problem.ts';
import { fieldWords } from '../state/field-words.ts';
import { problemWords } from '../state/problem-words.ts';
import { findingWords } from './finding-words.ts';
import { t } from './messages.ts';

/** Why the book did not take it, with what stands in the way where the server names it. */
export const refusalWords = (fault: unknown): string => {
  if (!(fault instanceof ApiProblem)) return problemWords(fault);
  const { reason, detail, errors } = fault.problem;
  if (reason === 'in-use') return t('refused.in-use', { detail: detail ?? '' });
  if (reason === 'contact-taken') return t('refused.contact-taken', { detail: detail ?? '' });
  if (reason === 'already-absent') return t('refused.already-absent');
  const [first] = errors ?? [];
  if (first) {
    const words = findingWords(first) ?? fieldWords(first);
    return t('refused.field', { detail: `${first.field.replace(/^body\./, '')}: ${words}` });
  }
  return problemWords(fault);
};
