import type { NetworkDown } from './network-down.ts';

/** Before the second, third and fourth try of a write, in milliseconds. A read is asked once more: who polls asks again anyway. */
const writePauses = [400, 1_200, 3_000];
const readPauses = [400];

/** Gateway and server answers that say "not now": the same request may do better in a moment. */
const passing = new Set([502, 503, 504]);

/** How long to wait before the same request is sent again; undefined when this answer is final. */
export const retryAfter = (
  answer: Response | NetworkDown,
  triesSoFar: number,
  isWrite: boolean,
): number | undefined => {
  if (answer instanceof Response && !passing.has(answer.status)) return undefined;
  return (isWrite ? writePauses : readPauses)[triesSoFar - 1];
};

/** Waits, or ends early when the caller gives up. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason ?? new Error('given up'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', giveUp, { once: true });
    if (signal?.aborted) giveUp();
  });
