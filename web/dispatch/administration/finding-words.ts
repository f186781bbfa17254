import type { FieldError } from '../../../shared/protocol/problem.ts';
import { t } from './messages.ts';

/** What a rule found about a field, in the person's language; nothing where it says no finding. */
export const findingWords = ({ finding, said }: Pick<FieldError, 'finding' | 'said'>): string | undefined => {
  if (finding === undefined) return undefined;
  const words = t(`finding.${finding}`);
  return said === undefined ? words : t('finding.about', { said, words });
};
