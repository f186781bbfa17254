import type { SlaClock } from '../../model/sla.ts';
import type { Instant } from '../../model/time.ts';

/** When the watch must look again: the first mark ahead of any clock; undefined where nothing will happen by itself. */
export const nextMarkAt = (clocks: readonly SlaClock[]): Instant | undefined =>
  clocks
    .flatMap(({ nextMark }) => (nextMark ? [nextMark.at] : []))
    .sort()
    .at(0);

/** Nothing of it runs any more. */
export const allEnded = (clocks: readonly SlaClock[]): boolean => clocks.every(({ endedAt }) => endedAt !== undefined);

/** Marks that were passed and not told yet, each by a name that is always the same. */
export const untoldMarks = (
  clocks: readonly SlaClock[],
  told: readonly string[],
): { readonly name: string; readonly clock: SlaClock; readonly percent: number; readonly at: Instant }[] =>
  clocks
    .flatMap((clock) => clock.marks.map((mark) => ({ name: `${clock.kind}-${mark.percent}`, clock, ...mark })))
    .filter(({ name }) => !told.includes(name));

/** What breaches first stands first; what stands still or is over stands last. */
export const urgencyOf = (clocks: readonly SlaClock[]): Instant | undefined =>
  clocks
    .flatMap(({ dueAt, endedAt }) => (dueAt !== undefined && endedAt === undefined ? [dueAt] : []))
    .sort()
    .at(0);
