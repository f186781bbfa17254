import type { FieldNotice } from '../../../shared/model/field-notice.ts';
import { t } from './messages.ts';
import { en } from './messages/en.ts';

/** What came, in the reader's language as far as it is not what a person wrote. */
export const noticeWords = ({ kind, text, reason, mutation }: FieldNotice): string => {
  if (kind === 'conflict') return t('conflict');
  if (kind !== 'refused') return text;
  const why = said(`why.${reason ?? ''}`) ?? text;
  return t('refused', { what: said(`what.${mutation?.name ?? ''}`) ?? mutation?.name ?? '', why });
};

/** A value of a field that two people changed. */
export const valueWords = (value: unknown, numberWords: (value: number) => string): string => {
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return typeof value === 'string' && value !== '' ? value : t('nothing');
};

/** The sentence of that key, if there is one. */
const said = (key: string): string | undefined => (isKnown(key) ? t(key) : undefined);
type Said = Extract<keyof typeof en, `what.${string}` | `why.${string}`>;
const isKnown = (key: string): key is Said => /^wh/.test(key) && Object.hasOwn(en, key);
