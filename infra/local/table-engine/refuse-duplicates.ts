import { validationError } from './wire-error.ts';

/** Throws when a list of rows names one item twice. */
export function refuseDuplicates(rows: readonly string[], message: string): void {
  if (new Set(rows).size < rows.length) throw validationError(message);
}
