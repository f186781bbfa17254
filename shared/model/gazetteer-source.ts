import * as z from 'zod/mini';
import { shortText, wholeNumber } from './scalar.ts';
import { instant } from './time.ts';

/** A name for where addresses come from, e.g. boston-addresses. */
export const gazetteerKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'expected small letters, digits and dashes'));

/** One imported list of addresses. Its pages lie beside it; a new import is another edition, taken over in one step. */
export const gazetteerSourceSchema = z.strictObject({
  key: gazetteerKey,
  version: z.int().check(z.positive()),
  edition: gazetteerKey,
  pages: z.int().check(z.positive(), z.maximum(80)),
  streets: wholeNumber,
  houses: wholeNumber,
  /** Whose data it is, shown beside what is found in it. */
  attribution: shortText,
  importedAt: instant,
});
export type GazetteerSource = z.infer<typeof gazetteerSourceSchema>;

/** A page of packed streets, see shared/geo/gazetteer/pack-streets.ts. */
export const gazetteerPageSchema = z.strictObject({
  key: gazetteerKey,
  edition: gazetteerKey,
  page: z.int().check(z.minimum(0), z.maximum(79)),
  streets: z.string().check(z.maxLength(230_000)),
});
export type GazetteerPage = z.infer<typeof gazetteerPageSchema>;
