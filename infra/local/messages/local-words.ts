import type { en } from './en.ts';

type Said<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof T]: Said<T[Name]> };

/** Every word that the local server's own pages show. */
export type LocalWords = Said<typeof en>;
