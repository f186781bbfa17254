import { isBefore, overlaps } from '../geo/instant-arithmetic.ts';
import type { TakenInterval, TechnicianDay } from '../model/technician-day.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

export type TakeResult =
  { readonly ok: true; readonly day: TechnicianDay } | { readonly ok: false; readonly conflict: TakenInterval };

/** A day that nothing was written for yet; the store creates it on condition that none is there. */
export const emptyDay = (technicianId: string, day: string): TechnicianDay => ({
  technicianId,
  day,
  version: 0,
  intervals: [],
});

/**
 * Takes an interval unless it overlaps another one; the same appointment's earlier interval is replaced, and what
 * was fetched for it. Intervals that
 * only touch do not overlap. The version stays: the store writes on condition of it and raises it.
 */
export const takeInterval = (day: TechnicianDay, interval: TakenInterval): TakeResult => {
  const others = day.intervals.filter(({ id }) => id !== interval.id);
  const conflict = others.find((other) => overlaps(other, interval));
  if (conflict) return { ok: false, conflict };
  const intervals = [...others, interval].sort(byStart);
  return { ok: true, day: { ...day, intervals } };
};

/** Takes the time in which something is fetched for an appointment, beside the appointment's own; what is taken elsewhere is in the way. */
export const takePickup = (day: TechnicianDay, id: string, span: InstantSpan): TakeResult => {
  const conflict = day.intervals.find((other) => overlaps(other, span));
  if (conflict) return { ok: false, conflict };
  const interval = { kind: 'pickup', id, ...span } as const;
  return { ok: true, day: { ...day, intervals: [...day.intervals, interval].sort(byStart) } };
};

/** Gives back what an appointment or absence had taken. */
export const freeInterval = (day: TechnicianDay, id: string): TechnicianDay => ({
  ...day,
  intervals: day.intervals.filter((interval) => interval.id !== id),
});

/** Gives back the rest of an interval whose work was over earlier than planned; one that had not begun is given back whole, and what was fetched for it. */
export const endInterval = (day: TechnicianDay, id: string, endedAt: Instant): TechnicianDay => ({
  ...day,
  intervals: day.intervals
    .filter((interval) => interval.id !== id || (interval.kind !== 'pickup' && isBefore(interval.from, endedAt)))
    .map((interval) =>
      interval.id === id && isBefore(endedAt, interval.to) ? { ...interval, to: endedAt } : interval,
    ),
});

const byStart = (a: TakenInterval, b: TakenInterval): number => Date.parse(a.from) - Date.parse(b.from);
