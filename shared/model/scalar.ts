import * as z from 'zod/mini';

/** Words and limits that every entity shares. Text is stored trimmed; limits are stated in the API document. */
export const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const longText = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
export const wholeNumber = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));
export const count = z.int().check(z.positive(), z.maximum(10_000));
/** A share of a cost or of a whole, in percent. */
export const percent = z.int().check(z.minimum(0), z.maximum(100));
/** E.164, e.g. +16175550123. */
export const phoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, 'expected a phone number as +16175550123'));
export const emailAddress = z.string().check(z.maxLength(254), z.email());
/** BCP 47, the languages the product speaks. */
export const language = z.enum(['en', 'zh']);
export type Language = z.infer<typeof language>;
/** Of an imported road network; it becomes a file's name. */
export const roadNetworkName = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'small letters, digits and hyphens'));
