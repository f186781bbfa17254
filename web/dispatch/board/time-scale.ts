import { dayBounds } from '../../../shared/geo/zoned-time.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import { pixelsPerHourFor, tickMinutesFor, type Zoom } from './zoom.ts';

const hour = 3_600_000;
const snapMilliseconds = 5 * 60_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One day's stretch of the board: the hours in which nobody works are left out between two of them. */
export interface ScaleDay extends Span {
  readonly day: string;
  /** Where it begins and ends, in pixels. */
  readonly left: number;
  readonly right: number;
}

/** Time along the board: epoch milliseconds to pixels and back. */
export interface TimeScale extends Span {
  readonly width: number;
  readonly days: readonly ScaleDay[];
  /** Between two marks of the axis, in minutes. */
  readonly tickMinutes: number;
  readonly pixelsPerHour: number;
  /** The same if all were to fit the width. */
  readonly fitPixelsPerHour: number;
  x(at: number): number;
  /** To the next five minutes. */
  timeAt(x: number): number;
}

export interface ScaleWish {
  readonly days: readonly string[];
  readonly zone: string;
  /** What happens on those days; the hours around all of it are shown. */
  readonly spans: readonly Span[];
  /** What there is room for, in pixels. */
  readonly width: number;
  readonly zoom: Zoom;
}

/** From an hour before the first shift or stop to an hour after the last, the same hours on every day; fills the width, or scrolls. */
export const timeScale = ({ days, zone, spans, width, zoom }: ScaleWish): TimeScale => {
  const bounds = days.map((day) => ({ day, ...asMilliseconds(dayBounds(day, zone)) }));
  const { first, last } = hoursOf(bounds, spans);
  const stretches = bounds.map(({ day, from, to }) => ({
    day,
    from: Math.min(from + first * hour, to),
    to: Math.min(from + last * hour, to),
  }));
  const total = stretches.reduce((sum, { from, to }) => sum + (to - from) / hour, 0);
  const fitPixelsPerHour = Math.max(width / total, smallestHourPixels);
  const pixelsPerHour = Math.max(fitPixelsPerHour, pixelsPerHourFor(zoom));
  let left = 0;
  const placed = stretches.map((stretch): ScaleDay => {
    const right = left + ((stretch.to - stretch.from) / hour) * pixelsPerHour;
    const day = { ...stretch, left, right };
    left = right;
    return day;
  });
  return {
    from: placed[0]?.from ?? 0,
    to: placed.at(-1)?.to ?? 0,
    width: left,
    days: placed,
    tickMinutes: tickMinutesFor(zoom, pixelsPerHour),
    pixelsPerHour,
    fitPixelsPerHour,
    x: (at) => xOn(placed, at, pixelsPerHour / hour),
    timeAt: (x) => timeOn(placed, x, pixelsPerHour / hour),
  };
};

/** Narrower than this, an hour of work could not be pointed at: the board scrolls instead. */
const smallestHourPixels = 6;

/** The earliest and the latest whole hour after midnight that matter on any of the days; seven to six at least. */
const hoursOf = (bounds: readonly Span[], spans: readonly Span[]) => {
  let [first, last] = [7, 18];
  for (const day of bounds) {
    for (const span of spans) {
      if (span.from >= day.to || span.to <= day.from) continue;
      first = Math.min(first, Math.floor((Math.max(span.from, day.from) - day.from) / hour));
      last = Math.max(last, Math.ceil((Math.min(span.to, day.to) - day.from) / hour));
    }
  }
  return { first, last };
};

/** What lies between two days stands on the border of the two. */
const xOn = (days: readonly ScaleDay[], at: number, perMillisecond: number): number => {
  const day = days.find(({ to }) => at <= to) ?? days.at(-1);
  if (!day) return 0;
  const x = day.left + (Math.max(at, day.from) - day.from) * perMillisecond;
  // Before and after the board a place goes on as if its hours did, so that what is cut off stays as long as it is.
  const isBefore = at < day.from && day === days[0];
  return rounded(isBefore ? day.left + (at - day.from) * perMillisecond : x);
};

const timeOn = (days: readonly ScaleDay[], x: number, perMillisecond: number): number => {
  const day = days.find(({ right }) => x < right) ?? days.at(-1);
  if (!day) return 0;
  return Math.round((day.from + (x - day.left) / perMillisecond) / snapMilliseconds) * snapMilliseconds;
};

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

export const asMilliseconds = ({ from, to }: InstantSpan): Span => ({ from: Date.parse(from), to: Date.parse(to) });
