import * as z from 'zod/mini';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

/** Causes found at the machine, as warranties name them in their misuse codes, and when it was said. */
export const foundCauses = z.strictObject({ found: z.array(shortText).check(z.maxLength(20)), at: instant });
export type FoundCauses = z.infer<typeof foundCauses>;
