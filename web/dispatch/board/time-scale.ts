import { dayBounds } from '../../../shared/geo/zoned-time.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';

const hour = 3_600_000;
const smallestHourPixels = 58;
const snapMilliseconds = 5 * 60_000;

/** Time along the board: epoch milliseconds to pixels and back. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  x(at: number): number;
  /** To the next five minutes. */
  timeAt(x: number): number;
  /** Whole hours in sight. */
  readonly hours: readonly number[];
}

/** From an hour before the first shift or stop to an hour after the last; fills the width, or scrolls where it is too narrow. */
export const timeScale = (
  day: string,
  zone: string,
  spans: readonly { readonly from: number; readonly to: number }[],
  width: number,
): TimeScale => {
  const bounds = dayBounds(day, zone);
  const [dayStart, dayEnd] = [Date.parse(bounds.from), Date.parse(bounds.to)];
  const usual = { from: dayStart + 7 * hour, to: dayStart + 18 * hour };
  const inDay = spans.filter(({ from, to }) => from < dayEnd && to > dayStart);
  const from = Math.max(dayStart, floorHour(Math.min(...inDay.map((span) => span.from), usual.from), dayStart));
  const to = Math.min(dayEnd, ceilHour(Math.max(...inDay.map((span) => span.to), usual.to), dayStart));
  const hours = Math.round((to - from) / hour);
  const whole = Math.max(width, hours * smallestHourPixels);
  const perMillisecond = whole / (to - from);
  return {
    from,
    to,
    width: whole,
    x: (at) => Math.round((at - from) * perMillisecond * 10) / 10,
    timeAt: (x) => Math.round((from + x / perMillisecond) / snapMilliseconds) * snapMilliseconds,
    hours: Array.from({ length: hours + 1 }, (_, i) => from + i * hour),
  };
};

const floorHour = (at: number, dayStart: number) => dayStart + Math.floor((at - dayStart) / hour) * hour;
const ceilHour = (at: number, dayStart: number) => dayStart + Math.ceil((at - dayStart) / hour) * hour;

export const asMilliseconds = ({ from, to }: InstantSpan) => ({ from: Date.parse(from), to: Date.parse(to) });
