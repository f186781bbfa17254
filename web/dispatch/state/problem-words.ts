import { ApiProblem } from '../../api/api-problem.ts';
import { t } from '../messages.ts';
import { whyWords } from './why-words.ts';

/** Why something did not work, in the person's language as far as its reason is known. */
export const problemWords = (fault: unknown): string => {
  if (!(fault instanceof ApiProblem)) return t('problem.network');
  const { code, reason, detail, title, values } = fault.problem;
  const known = reason === undefined ? undefined : whyWords(reason, values);
  if (known) return known;
  switch (code) {
    case 'changed-meanwhile':
      return t('problem.changed-meanwhile');
    case 'double-booking':
      return t('why.double-booking');
    case 'not-allowed':
      return t('problem.not-allowed');
    case 'unavailable':
    case 'fault':
      return t('problem.fault');
    default:
      return detail ?? title;
  }
};
