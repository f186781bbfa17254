import type { Language } from '../../../shared/model/scalar.ts';

/** Each language in its own words, the same on every page. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };
