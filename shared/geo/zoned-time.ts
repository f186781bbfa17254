import { tzOffset } from '@date-fns/tz';
import type { Day, Instant, InstantSpan } from '../model/time.ts';

const dayMilliseconds = 86_400_000;
/** Zones change their offset on quarters of an hour, so one answer holds for the quarter. */
const quarterMilliseconds = 900_000;
const offsetsByZone = new Map<string, Map<number, number>>();

/** How far the zone's clock is ahead of UTC, in milliseconds. Kept per quarter of an hour: asking Intl costs microseconds each time. */
const offsetAt = (milliseconds: number, zone: string): number => {
  const offsets = offsetsByZone.get(zone) ?? new Map<number, number>();
  offsetsByZone.set(zone, offsets);
  const quarter = Math.floor(milliseconds / quarterMilliseconds);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = tzOffset(zone, new Date(milliseconds)) * 60_000;
  if (offsets.size > 10_000) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
};

/** The calendar day that an instant belongs to in a zone. */
export const dayOf = (at: Instant, zone: string): Day => {
  const milliseconds = Date.parse(at);
  return new Date(milliseconds + offsetAt(milliseconds, zone)).toISOString().slice(0, 10);
};

/**
 * The instant of a wall-clock time HH:mm (24:00 is the day's end). A time that occurs twice is the first of the two; one
 * that the clock skips is as much later as was skipped.
 */
export const instantOf = (day: Day, time: string, zone: string): Instant => {
  const [hours = '0', minutes = '0'] = time.split(':');
  const wallClock = Date.parse(`${day}T00:00:00Z`) + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const before = offsetAt(wallClock - dayMilliseconds, zone);
  const after = offsetAt(wallClock + dayMilliseconds, zone);
  const fitting = [before, after].find((offset) => offsetAt(wallClock - offset, zone) === offset);
  return new Date(wallClock - (fitting ?? before)).toISOString();
};

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** From midnight to midnight in the zone: 23 or 25 hours where the clock changes. */
export const dayBounds = (day: Day, zone: string): InstantSpan => ({
  from: instantOf(day, '00:00', zone),
  to: instantOf(day, '24:00', zone),
});

/** Every day that a span touches, in order; one that ends at midnight does not touch the next. */
export const daysTouched = (span: InstantSpan, zone: string): Day[] => {
  const last = dayOf(new Date(Date.parse(span.to) - 1).toISOString(), zone);
  const days = [dayOf(span.from, zone)];
  for (let next = addDays(days[0] ?? last, 1); next <= last; next = addDays(next, 1)) days.push(next);
  return days;
};
