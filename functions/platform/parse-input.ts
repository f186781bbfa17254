import * as z from 'zod/mini';
import { en } from 'zod/locales';
import type { FieldError, FieldErrorCode } from '../../shared/protocol/problem.ts';
import { badFields } from './errors.ts';

// zod/mini carries no words of its own; problem details need some.
z.config(en());

/** What the schema makes of a part of the request; refused with the path of every field that does not fit. */
export const parseInput = <T>(schema: z.ZodMiniType<T>, input: unknown, part: 'body' | 'query' | 'params'): T => {
  const result = z.safeParse(schema, input, { reportInput: true });
  if (result.success) return result.data;
  throw badFields(result.error.issues.flatMap((issue) => fieldErrorsOf(issue, part)).slice(0, mostErrors));
};

/** JSON of a body, with a refusal instead of a parser's exception. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badFields([{ field: 'body', message: 'this is no JSON' }]);
  }
};

const mostErrors = 50;

const fieldErrorsOf = (issue: z.core.$ZodIssue, part: string): FieldError[] => {
  const path = [part, ...issue.path.map(String)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: 'this field is not known here',
      code: 'unknown-field',
    }));
  }
  const code = codeOf(issue);
  return [{ field: path.join('.'), message: issue.message, ...(code && { code }) }];
};

const codeOf = (issue: z.core.$ZodIssue): FieldErrorCode | undefined => {
  const isNumeric = 'origin' in issue && /^(number|int|bigint)$/.test(issue.origin);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'required';
      return /^(number|int)$/.test(issue.expected) ? 'not-a-number' : 'wrong-form';
    case 'too_small':
      if (isNumeric) return 'too-small';
      return issue.minimum === 1 ? 'required' : 'too-short';
    case 'too_big':
      return isNumeric ? 'too-large' : 'too-long';
    case 'invalid_format':
      return 'wrong-form';
    case 'invalid_value':
      return 'not-a-choice';
    default:
      return undefined;
  }
};
