import type { RouteRule } from '../kernel/kernel.ts';
import { timeAway } from '../kernel/time-away.ts';

/** A shift lasts no longer, from leaving as late as can be to being back, than its technician takes. */
export const mostTimeAway: RouteRule = {
  name: 'most-time-away',
  concerns: (_kernel, { technician }) => technician.maxDurationSecondsPerShift !== undefined,
  allows(kernel, view) {
    const away = timeAway(kernel, view);
    return away !== undefined && away.seconds <= (view.frame.technician.maxDurationSecondsPerShift ?? Infinity);
  },
};
