import { insertionAt, type Insertion, type InsertionRules } from './insertion-service/insertion.ts';
import { timelinesOf, type Timeline, type TimelineVisit } from './insertion-service/timeline.ts';
import { waysOf } from './insertion-service/ways.ts';
import type { Problem, ProblemStop, Seconds } from './problem.ts';
import type { Route, Solution } from './solution.ts';

/** A stop of the day in its new order. */
export interface ReorderedStop {
  readonly stopId: string;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly travelSeconds: number;
  /** It begins so long after what the customer was told; 0 where the promise is kept. */
  readonly missesWindowBySeconds: number;
  /** It ends so long after it is due. */
  readonly lateSeconds: number;
}

export type Reordered =
  | { readonly ok: true; readonly stops: readonly ReorderedStop[] }
  /** The stop has no room there: the shift is over, or what is fixed stands in the way. */
  | { readonly ok: false; readonly reason: 'unknown-stop' | 'no-room'; readonly stopId: string };

const usualGrainSeconds = 60;

/**
 * A technician's stops in the order that he wants, all as early as can be, around breaks and what is fixed; which promises that would
 * break is told and not forbidden. Runs on the phone without signal, as on the server.
 */
export const reorderDay = (
  problem: Problem,
  technicianId: string,
  order: readonly string[],
  breaks: Pick<Route, 'breakAt' | 'breaks'> = {},
): Reordered => {
  const wanted = order.map((id) => problem.stops.find((stop) => stop.id === id));
  const unknown = wanted.indexOf(undefined);
  if (unknown >= 0) return { ok: false, reason: 'unknown-stop', stopId: order[unknown] ?? '' };
  const rules = { grainSeconds: problem.startGrainSeconds ?? usualGrainSeconds, ways: waysOf(problem) };
  const all = timelinesOf(problem, emptyDay(technicianId, breaks));
  let timelines = all.filter(({ technician }) => technician.id === technicianId);
  const stops: ReorderedStop[] = [];
  let after = { shift: 0, position: 0 };
  for (const stop of wanted) {
    if (!stop) continue;
    const found = firstPlace(timelines, stop, after, rules);
    if (!found) return { ok: false, reason: 'no-room', stopId: stop.id };
    stops.push(reordered(stop, found));
    timelines = timelines.map((each) => (each === found.timeline ? withVisit(each, stop, found) : each));
    after = { shift: found.timeline.shift, position: found.position + 1 };
  }
  return { ok: true, stops };
};

const emptyDay = (technicianId: string, breaks: Pick<Route, 'breakAt' | 'breaks'>): Solution => ({
  routes: [{ technicianId, stops: [], travelSeconds: 0, travelMetres: 0, ...breaks }],
  unassigned: [],
  figures: { scheduled: 0, late: 0, travelSeconds: 0, travelMetres: 0 },
});

/** Inside what was told where that goes, else at any time; never before the stop that comes before it. */
const firstPlace = (
  timelines: readonly Timeline[],
  stop: ProblemStop,
  after: { readonly shift: number; readonly position: number },
  rules: InsertionRules,
): Insertion | undefined => {
  const { window: _window, windows: _windows, ...anyTime } = stop;
  const opens = (stop.windows ?? (stop.window ? [stop.window] : []))[0]?.from ?? stop.earliest;
  const wishes = [stop, { ...anyTime, earliest: Math.max(stop.earliest, opens) }, anyTime];
  for (const wish of wishes) {
    for (const timeline of timelines.filter(({ shift }) => shift >= after.shift)) {
      const first = timeline.shift === after.shift ? after.position : 0;
      for (let position = first; position <= timeline.visits.length; position += 1) {
        const found = insertionAt(timeline, position, wish, rules);
        if (found) return found;
      }
    }
  }
  return undefined;
};

const reordered = (stop: ProblemStop, { start, end, travelSeconds }: Insertion): ReorderedStop => {
  const told = stop.windows ?? (stop.window ? [stop.window] : []);
  const isKept = told.length === 0 || told.some(({ from, to }) => from <= start && start <= to);
  const last = told.findLast(({ from }) => from <= start) ?? told[0];
  return {
    stopId: stop.id,
    start,
    end,
    travelSeconds,
    missesWindowBySeconds: isKept || !last ? 0 : Math.max(last.from - start, start - last.to),
    lateSeconds: Math.max(0, end - stop.due),
  };
};

const withVisit = (timeline: Timeline, stop: ProblemStop, found: Insertion): Timeline => {
  const pushed = new Map(found.movedBreaks.map(({ from, start }) => [from, start]));
  const visits = timeline.visits.map((visit): TimelineVisit => {
    const from = visit.stop ? visit.from : (pushed.get(visit.from) ?? visit.from);
    return { ...visit, from, to: from + visit.to - visit.from };
  });
  // What he has put in order stays as early as it can be.
  const visit = { stop, from: found.start, to: found.end, place: stop.place, latest: found.start };
  return { ...timeline, visits: [...visits.slice(0, found.position), visit, ...visits.slice(found.position)] };
};
