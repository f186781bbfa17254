import * as z from 'zod/mini';
import { read, type Reading } from './reading.ts';
import { refusalOf } from './refusal-of.ts';
import { vroomSchema, type VroomInput } from './vroom-schema.ts';

/** VROOM's JSON with its shapes checked. What we do not serve is refused by its name. */
export const readVroom = (given: unknown): Reading<VroomInput> => {
  const parsed = z.safeParse(vroomSchema, given);
  return parsed.success ? read(parsed.data) : refusalOf(parsed.error);
};
