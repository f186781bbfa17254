import type { LocalRequest } from '../front/exchange.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Said<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof T]: Said<T[Name]> };

/** Every word that the local server's own pages show. */
export type LocalMessages = Said<typeof en>;

/** The words in the language that the browser prefers of the two that there are. */
export const localMessages = (headers: LocalRequest['headers']): LocalMessages => {
  const wanted = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one) => one === 'zh' || one === 'en') === 'zh' ? zh : en;
};
