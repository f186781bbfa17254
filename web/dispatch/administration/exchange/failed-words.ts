import type { ImportResult } from '../../../../shared/protocol/endpoints/imports.ts';
import { whyWords } from '../../state/why-words.ts';
import { findingWords } from '../finding-words.ts';
import { t } from '../messages.ts';

type Failed = Pick<ImportResult, 'reason' | 'detail' | 'field' | 'finding' | 'said'>;

/** Why a line was not taken, in the person's language as far as the server says it by a code. */
export const failedWords = ({ reason = '', detail = '', field, ...found }: Failed): string => {
  const words = findingWords(found);
  if (words !== undefined) return field === undefined ? words : `${field}: ${words}`;
  if (reason === 'in-use' || reason === 'contact-taken') return t(`refused.${reason}`, { detail });
  return whyWords(reason) ?? detail;
};
