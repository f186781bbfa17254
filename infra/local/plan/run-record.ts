import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { solverVersion } from '../../../shared/routing/solver-version.ts';
import type { SearchRun } from './search-run.ts';

const runRecord = z.object({
  solver: z.string(),
  /** SHA-256 of the file that was planned. */
  input: z.string(),
  seed: z.int(),
  iterations: z.int(),
  lost: z.number(),
  unassigned: z.int(),
  cost: z.number(),
  /** No plan of the same stops costs less. */
  bound: z.number(),
  /** What the stop rule answered each time it was asked: the search cools down by it. */
  shares: z.array(z.number()),
});

/** A run of `npm run plan` as it is kept. */
export type RunRecord = z.infer<typeof runRecord>;

export const recordOfRun = (text: string, { seed, shares, progress }: SearchRun): RunRecord => {
  const { iterations = 0, lost = 0, unassigned = 0, cost = 0, bound = 0 } = progress ?? {};
  return {
    solver: solverVersion,
    input: digestOf(text),
    seed,
    iterations,
    lost,
    unassigned,
    cost,
    bound,
    shares: [...shares],
  };
};

/** The run to make again, or why it cannot be: another solver or another file would find another plan. */
export const runToRepeat = (kept: string, text: string): RunRecord | string => {
  const record = runRecord.safeParse(parsed(kept));
  if (!record.success) return 'is no record of a run';
  const { solver, input } = record.data;
  if (solver !== solverVersion) return `was made by ${solver}, and this is ${solverVersion}`;
  return input === digestOf(text) ? record.data : 'was made from another file';
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
