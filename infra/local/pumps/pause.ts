import { setTimeout as wait } from 'node:timers/promises';

/** Waits so long, or until aborted. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, { signal }).catch(() => {});

/** Before another try: 100 ms, doubled each time up to 10 s. */
export const retryPauseMs = (tries: number): number => Math.min(10_000, 50 * 2 ** tries);
