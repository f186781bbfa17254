import { FAR, type Kernel } from './kernel.ts';

/** The first moment from `start` on that lies in a window of the stop; far away where there is none. */
export const startInWindow = ({ windowSlice, windowFrom, windowTo }: Kernel, stop: number, start: number): number => {
  const end = windowSlice[stop + 1]!;
  let at = windowSlice[stop]!;
  if (at === end) return start;
  for (; at < end; at += 1) if (start <= windowTo[at]!) return start < windowFrom[at]! ? windowFrom[at]! : start;
  return FAR;
};

/** The last moment up to `start` that lies in a window of the stop. */
export const startBackInWindow = (
  { windowSlice, windowFrom, windowTo }: Kernel,
  stop: number,
  start: number,
): number => {
  const begin = windowSlice[stop]!;
  let at = windowSlice[stop + 1]!;
  if (at === begin) return start;
  for (at -= 1; at >= begin; at -= 1)
    if (start >= windowFrom[at]!) return start > windowTo[at]! ? windowTo[at]! : start;
  return -FAR;
};
