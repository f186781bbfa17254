import * as z from 'zod/mini';

/** How many technicians must come, together from beginning to end; where it is absent, one. */
export const crewSize = z.int().check(z.minimum(1), z.maximum(4));
