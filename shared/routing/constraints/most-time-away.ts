import { hasAwaySpan } from '../kernel/away-span.ts';
import type { RouteRule } from '../kernel/kernel.ts';
import { timeAway } from '../kernel/time-away.ts';

/**
 * A shift lasts no longer, from leaving as late as can be to being back, than its technician takes. Where plain windows alone decide,
 * the route knows it by its span.
 */
export const mostTimeAway: RouteRule = {
  concerns: (kernel, frame) => frame.technician.maxDurationSecondsPerShift !== undefined && !hasAwaySpan(kernel, frame),
  allows(kernel, view) {
    const away = timeAway(kernel, view);
    return away !== undefined && away.seconds <= (view.frame.technician.maxDurationSecondsPerShift ?? Infinity);
  },
};
