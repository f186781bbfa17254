import type * as z from 'zod/mini';
import { refuse, type Reading } from './reading.ts';

/** What a schema found wrong, by the names of the file: fields that are not served, or the first that is not as it should be. */
export const refusalOf = ({ issues }: z.core.$ZodError): Reading<never> => {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => placeOf([...issue.path, key])) : [],
  );
  if (unknown.length > 0) return refuse('not-supported', `not supported: ${unknown.join(', ')}`);
  const [first] = issues;
  const told = first?.message.includes('not supported') === true;
  if (first && told) return refuse('not-supported', `${placeOf(first.path)}: ${first.message}`);
  const expected = first?.code === 'invalid_type' ? `no ${first.expected}` : 'not as it should be';
  return refuse('not-readable', `${placeOf(first?.path ?? []) || 'the file'} is ${expected}`);
};

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
