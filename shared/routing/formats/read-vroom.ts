import * as z from 'zod/mini';
import { read, refuse, type Reading } from './reading.ts';
import { vroomSchema, type VroomInput } from './vroom-schema.ts';

/** VROOM's JSON with its shapes checked. What we do not serve is refused by its name. */
export const readVroom = (given: unknown): Reading<VroomInput> => {
  const parsed = z.safeParse(vroomSchema, given);
  if (parsed.success) return read(parsed.data);
  const isUnknown = parsed.error.issues.some(({ code }) => code === 'unrecognized_keys');
  return refuse(isUnknown ? 'not-supported' : 'not-readable', z.prettifyError(parsed.error));
};
