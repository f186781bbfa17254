import type { Instant } from '../model/time.ts';

export interface RecordedTimesQuestion {
  /** What the phone's clock said, in the order in which things were done. */
  readonly recordedAt: readonly Instant[];
  /** What it said when it sent them, and what the server's clock said then. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  /** When the last thing before them was done. */
  readonly notBefore?: Instant | undefined;
}
export interface RecordedTime {
  readonly at: Instant;
  /** The clock cannot have been right: it lay ahead of its own sending, or went back between two things. */
  readonly isDoubted: boolean;
}

/** A request takes its time on the way. */
const toleranceMilliseconds = 2_000;

/**
 * When things were done by the server's clock: each shifted by what the phone's clock was wrong by when it sent them. The
 * order is what is known for sure, so the most times that agree with it are believed and the others are put between them.
 */
export const recordedTimes = (question: RecordedTimesQuestion): RecordedTime[] => {
  const receivedAt = Date.parse(question.receivedAt);
  const offset = receivedAt - Date.parse(question.sentAt);
  const earliest = question.notBefore === undefined ? -Infinity : Date.parse(question.notBefore);
  const shifted = question.recordedAt.map((at) => Date.parse(at) + offset);
  const isPossible = (at: number) => at <= receivedAt + toleranceMilliseconds && at >= earliest - toleranceMilliseconds;
  const believed = mostInOrder(shifted, isPossible);
  let before = earliest;
  return shifted.map((at, place) => {
    const after = Math.min(receivedAt, ...shifted.filter((_, other) => other >= place && believed.has(other)));
    before = Math.max(before, Math.min(at, after));
    return { at: new Date(before).toISOString(), isDoubted: !believed.has(place) };
  });
};

/** The places of the longest run of times that never goes back, of those that are possible. */
const mostInOrder = (times: readonly number[], isPossible: (at: number) => boolean): ReadonlySet<number> => {
  const runs: number[][] = [];
  times.forEach((at, place) => {
    if (!isPossible(at)) return void runs.push([]);
    const before = runs.filter((run) => (times[run.at(-1) ?? -1] ?? Infinity) <= at + toleranceMilliseconds);
    runs.push([...longest(before), place]);
  });
  return new Set(longest(runs));
};

const longest = (runs: readonly number[][]): number[] =>
  runs.reduce((best, run) => (run.length > best.length ? run : best), []);
