import * as z from 'zod/mini';
import { en } from 'zod/locales';
import type { FieldError } from '../../shared/protocol/problem.ts';
import { badFields } from './errors.ts';

// zod/mini carries no words of its own; problem details need some.
z.config(en());

/** What the schema makes of a part of the request; refused with the path of every field that does not fit. */
export const parseInput = <T>(schema: z.ZodMiniType<T>, input: unknown, part: 'body' | 'query' | 'params'): T => {
  const result = z.safeParse(schema, input);
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
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'this field is not known here' }));
  }
  return [{ field: path.join('.'), message: issue.message }];
};
