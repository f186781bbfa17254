import type { TimeScale } from './time-scale.ts';

export interface AxisTick {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly x: number;
}

/** A stretch of the board in pixels: what is in sight, and a little more. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The marks of the axis within a stretch; the end of a day is no mark of its own. */
export const axisTicks = (scale: TimeScale, { from, to }: Stretch): AxisTick[] => {
  const step = scale.tickMinutes * 60_000;
  return scale.days.flatMap((day) => {
    if (day.right < from || day.left > to) return [];
    const ticks: AxisTick[] = [];
    for (let at = day.from; at < day.to; at += step) {
      const x = scale.x(at);
      if (x >= from && x <= to) ticks.push({ at, x: at === day.from ? day.left : x });
    }
    return ticks;
  });
};
