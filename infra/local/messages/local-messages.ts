import type { LocalRequest } from '../front/exchange.ts';
import { en } from './en.ts';
import type { LocalWords } from './local-words.ts';
import { zh } from './zh.ts';

/** The words in the language that the browser prefers of the two that there are. */
export const localMessages = (headers: LocalRequest['headers']): LocalWords => {
  const wanted = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one) => one === 'zh' || one === 'en') === 'zh' ? zh : en;
};
