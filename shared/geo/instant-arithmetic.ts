import type { Instant, InstantSpan } from '../model/time.ts';

export const addSeconds = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

/** Seconds from one instant to another; negative when `to` lies before. */
export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** Instants may carry milliseconds or not, so they are compared as times, not as text. */
export const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b);

/** Half-open: spans that only touch do not overlap. */
export const overlaps = (a: InstantSpan, b: InstantSpan): boolean => isBefore(a.from, b.to) && isBefore(b.from, a.to);

export const isWithin = (at: Instant, span: InstantSpan): boolean => !isBefore(at, span.from) && isBefore(at, span.to);
