import type { ProblemStop } from '../problem.ts';
import type { Insertion } from '../insertion-service/insertion.ts';
import type { Timeline, TimelineVisit } from '../insertion-service/timeline.ts';
import { placeIf, proposed, type ChangeKind, type ChangeSearch } from './change-search.ts';
import type { ProposedChange } from './change.ts';

/** So many of the places that others would leave are looked at, the cheapest for the stop first. */
const mostLeavers = 12;

interface Leaver {
  readonly found: Insertion;
  readonly visit: TimelineVisit;
  readonly other: ProblemStop;
}

/** Where one other customer's stop, which is free to move, could go to somebody else and make room. */
export const changeMove: ChangeKind = (search) => {
  const leavers = search.timelines.flatMap((timeline) => leaversOf(search, timeline));
  leavers.sort((a, b) => a.found.cost - b.found.cost);
  return leavers.slice(0, mostLeavers).flatMap((leaver) => moved(search, leaver) ?? []);
};

const leaversOf = ({ stop, rules }: ChangeSearch, timeline: Timeline): Leaver[] =>
  timeline.visits.flatMap((visit): Leaver[] => {
    const other = visit.stop;
    if (!other || other.present?.fixed || visit.latest === visit.from) return [];
    const found = placeIf(without(timeline, visit), stop, rules);
    return found ? [{ found, visit, other }] : [];
  });

const without = (timeline: Timeline, gone: TimelineVisit): Timeline => {
  const spareParts = new Map(timeline.spareParts);
  for (const { partId, quantity } of gone.stop?.parts ?? []) {
    spareParts.set(partId, (spareParts.get(partId) ?? 0) + quantity);
  }
  return { ...timeline, spareParts, visits: timeline.visits.filter((visit) => visit !== gone) };
};

/** The other stop's new place: with anyone but the one who gives it up. */
const moved = ({ timelines, rules }: ChangeSearch, { found, visit, other }: Leaver): ProposedChange | undefined => {
  const giver = found.timeline.technician.id;
  let best: Insertion | undefined;
  for (const timeline of timelines) {
    if (timeline.technician.id === giver) continue;
    const place = placeIf(timeline, other, rules);
    if (place && (!best || place.cost < best.cost)) best = place;
  }
  if (!best) return undefined;
  const toTechnicianId = best.timeline.technician.id;
  const change = { kind: 'move', stopId: visit.stop?.id ?? '', toTechnicianId, start: best.start } as const;
  return proposed(change, found, best.cost, { stops: 1, pushed: best.moved });
};
