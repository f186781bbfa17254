import * as z from 'zod/mini';

/** Most urgent first. */
export const priority = z.enum(['emergency', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof priority>;
