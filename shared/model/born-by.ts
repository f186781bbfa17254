import * as z from 'zod/mini';
import { percent } from './scalar.ts';

/** Who bears what a promise covers, in percent of that; together all of it. */
export const bornBy = z.array(z.strictObject({ party: z.enum(['company', 'maker', 'lessor']), percent })).check(
  z.minLength(1),
  z.maxLength(3),
  z.refine((shares) => shares.reduce((sum, share) => sum + share.percent, 0) === 100, 'must sum to 100'),
  z.refine((shares) => new Set(shares.map((share) => share.party)).size === shares.length, 'names a side twice'),
);
export type BornBy = z.infer<typeof bornBy>;
