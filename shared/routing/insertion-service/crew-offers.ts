import type { ProblemStop, Seconds } from '../problem.ts';
import type { InsertionRules } from './insertion.ts';
import { rankInsertions, type InsertionOffer } from './rank-insertions.ts';
import type { Timeline } from './timeline.ts';

/** Technicians who can all begin a stop at one moment, each at the best place of his day then. */
export interface CrewOffer {
  readonly start: Seconds;
  /** The one who comes most cheaply first. */
  readonly members: readonly InsertionOffer[];
  readonly cost: number;
}

/** So many of those who could have it alone are looked at, each with the moment that suits him best. */
const mostAlone = 24;
/** Beside those moments: who is free when another is not quite. */
const gridSeconds = 1800;

/** The best sets of `size` technicians, each at its best moment, the cheapest first. */
export const crewOffers = (
  timelines: readonly Timeline[],
  stop: ProblemStop,
  rules: InsertionRules,
  { size, most }: { readonly size: number; readonly most: number },
): CrewOffer[] => {
  const alone = rankInsertions(timelines, stop, rules).offers.slice(0, mostAlone);
  const able = new Set(alone.map(({ technicianId }) => technicianId));
  const near = timelines.filter(({ technician }) => able.has(technician.id));
  const best = new Map<string, CrewOffer>();
  for (const start of meetingMoments(near, stop, alone)) {
    const { offers } = rankInsertions(near, beginningAt(stop, start), rules);
    for (const members of setsOf(offers, size)) {
      const cost = members.reduce((sum, one) => sum + one.cost, 0);
      const key = members
        .map(({ technicianId }) => technicianId)
        .sort()
        .join(' ');
      const known = best.get(key);
      if (!known || cost < known.cost) best.set(key, { start, members, cost });
    }
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || a.start - b.start).slice(0, most);
};

/** A stop that begins then or not at all. */
export const beginningAt = ({ windows: _windows, ...stop }: ProblemStop, start: Seconds): ProblemStop => ({
  ...stop,
  window: { from: start, to: start },
});

/** When a crew might meet: where it suits one of them best, and every half hour, inside what was promised. */
export const meetingMoments = (
  timelines: readonly Timeline[],
  stop: ProblemStop,
  alone: readonly InsertionOffer[],
): Seconds[] => {
  const moments = new Set(alone.map(({ start }) => start));
  const from = Math.max(
    stop.earliest,
    timelines.reduce((least, { free }) => Math.min(least, free), Infinity),
  );
  const to = timelines.reduce((most, { limit }) => Math.max(most, limit), 0);
  for (let at = Math.ceil(from / gridSeconds) * gridSeconds; at <= to; at += gridSeconds) moments.add(at);
  const told = stop.window ? [stop.window] : stop.windows;
  return [...moments]
    .filter((at) => !told || told.some((span) => span.from <= at && at <= span.to))
    .sort((a, b) => a - b);
};

/** The best set, and those in which the dearest member is another one. */
const setsOf = (offers: readonly InsertionOffer[], size: number): InsertionOffer[][] =>
  offers.slice(size - 1).map((last) => [...offers.slice(0, size - 1), last]);
