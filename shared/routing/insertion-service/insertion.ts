import type { ProblemStop, ProblemTechnician, Seconds } from '../problem.ts';
import type { Timeline, TimelineVisit } from './timeline.ts';
import type { Ways } from './ways.ts';

/** A place in a day where a stop fits, with all that it changes. Costs are in the problem's cost, by default seconds of travel. */
export interface Insertion {
  readonly timeline: Timeline;
  /** Among the visits of the timeline. */
  readonly position: number;
  readonly start: Seconds;
  readonly end: Seconds;
  /** The way to it. */
  readonly travelSeconds: number;
  readonly addedTravelSeconds: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  /** Others that begin later than planned, inside what was promised but where the timeline lets them break it. */
  readonly moved: readonly MovedStop[];
  /** Breaks that begin later, by their planned beginning. */
  readonly movedBreaks: readonly { readonly from: Seconds; readonly start: Seconds }[];
  /** When the shift ends, at its end place where it has one. */
  readonly shiftEndsAt: Seconds;
  readonly cost: number;
}

export interface MovedStop {
  readonly stopId: string;
  readonly start: Seconds;
  readonly delaySeconds: number;
  readonly breaksPromise: boolean;
}

export interface InsertionRules {
  readonly grainSeconds: number;
  readonly ways: Ways;
  /** What each second costs that it begins later; absent: nothing, so that the way alone decides. */
  readonly perSecondLater?: number;
  /** How many others may move; absent: as many as must. */
  readonly mostMoved?: number;
}

/** What a second of lateness costs where the stop does not say, by priority from the most urgent. */
const latenessCosts = [8, 4, 2, 1];
/** Moving one promise costs as much as this much travel, beside its seconds. */
const movedStopCost = 300;
const movedSecondCost = 0.1;
/** Breaking one, where that is allowed at all: as much as half an hour of travel. */
const brokenPromiseCost = 1800;
const usualPercent = 100;

/** The cheapest place on one timeline, or nothing. Windows, shift, ways, breaks and promises are kept; who may do it is not asked here. */
export const bestInsertion = (timeline: Timeline, stop: ProblemStop, rules: InsertionRules): Insertion | undefined => {
  const { visits, firstPosition } = timeline;
  const { opens, closes } = timesOf(stop);
  let best: Insertion | undefined;
  for (let position = firstPosition; position <= visits.length; position += 1) {
    // Everything later begins too late, what must begin sooner leaves no room.
    if ((visits[position - 1]?.to ?? 0) > closes) break;
    const next = visits[position];
    if (next && next.latest < opens) continue;
    const found = insertionAt(timeline, position, stop, rules);
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best;
};

const timesOf = ({ window, windows, earliest }: ProblemStop): { opens: Seconds; closes: Seconds } => {
  const first = windows ? windows[0] : window;
  const last = windows ? windows.at(-1) : window;
  return { opens: Math.max(earliest, first?.from ?? earliest), closes: last?.to ?? Infinity };
};

/** A stop put at one position of a timeline, all as early as can be; nothing where it does not fit there. */
export const insertionAt = (
  timeline: Timeline,
  position: number,
  stop: ProblemStop,
  { ways, grainSeconds, perSecondLater = 0, mostMoved = Infinity }: InsertionRules,
): Insertion | undefined => {
  const { technician, visits } = timeline;
  const before = visits[position - 1];
  const next = visits[position];
  const free = Math.max(before?.to ?? timeline.free, timeline.free);
  if (next && free >= next.latest && next.place >= 0) return undefined;
  const place = placeBefore(timeline, position);
  const travelSeconds = ways(technician, place, stop.place);
  const left = Math.max(0, travelSeconds - idleBefore(timeline, position));
  const start = startOf(stop, Math.max(free + left, timeline.free), grainSeconds);
  if (start === undefined) return undefined;
  const end = start + workSeconds(technician, stop, before);
  if (end > timeline.limit) return undefined;
  const onward = pushOn(timeline, position, stop, end, { ways, grainSeconds });
  if (!onward || onward.moved.length > mostMoved) return undefined;
  const target = placeAfter(timeline, position);
  const direct = target < 0 ? 0 : ways(technician, place, target);
  const leaving = target < 0 ? 0 : ways(technician, stop.place, target);
  const addedTravelSeconds = travelSeconds + leaving - direct;
  const lateSeconds = Math.max(0, end - stop.due);
  const overtimeSeconds = Math.max(0, onward.end - timeline.shiftEnd);
  const { moved, movedBreaks, end: shiftEndsAt } = onward;
  const rates = technician.rates ?? {};
  const cost =
    addedTravelSeconds * (rates.perTravelSecond ?? 1) +
    lateSeconds * (stop.latenessPerSecond ?? latenessCosts[stop.priority] ?? 1) +
    overtimeSeconds * (rates.perOvertimeSecond ?? 0) +
    (end - start) * (rates.perServiceSecond ?? 0) +
    start * perSecondLater +
    moved.length * movedStopCost +
    moved.filter(({ breaksPromise }) => breaksPromise).length * brokenPromiseCost +
    onward.movedSeconds * movedSecondCost;
  return {
    timeline,
    position,
    start,
    end,
    travelSeconds,
    addedTravelSeconds,
    lateSeconds,
    overtimeSeconds,
    moved,
    movedBreaks,
    shiftEndsAt,
    cost,
  };
};

/** The first moment on the grain at which work may begin, from his arrival on. */
const startOf = (stop: ProblemStop, arrival: Seconds, grain: number): Seconds | undefined => {
  const earliest = Math.max(arrival, stop.earliest);
  const told = stop.windows ?? (stop.window ? [stop.window] : undefined);
  if (!told) return onGrain(earliest, grain);
  for (const { from, to } of told) {
    const start = onGrain(Math.max(earliest, from), grain);
    if (start <= to) return start;
  }
  return undefined;
};

const onGrain = (at: Seconds, grain: number): Seconds => Math.ceil(at / grain) * grain;

const workSeconds = (technician: ProblemTechnician, stop: ProblemStop, before: TimelineVisit | undefined): number => {
  const setup = before?.stop && before.place === stop.place ? 0 : (stop.setupSeconds ?? 0);
  const own = stop.durationByTechnician?.get(technician.id);
  return setup + (own ?? Math.round((stop.durationSeconds * (technician.pacePercent ?? usualPercent)) / usualPercent));
};

const placeBefore = ({ visits, startPlace }: Timeline, position: number): number => {
  for (let index = position - 1; index >= 0; index -= 1) {
    const place = visits[index]?.place ?? -1;
    if (place >= 0) return place;
  }
  return startPlace;
};

/** Time before the breaks just before a position in which a part of the way can be made. */
const idleBefore = ({ visits, free }: Timeline, position: number): number => {
  let idle = 0;
  for (let index = position - 1; index >= 0 && visits[index]?.isBreak && (visits[index]?.place ?? -1) < 0; index -= 1) {
    idle += Math.max(0, (visits[index]?.from ?? 0) - Math.max(free, visits[index - 1]?.to ?? free));
  }
  return idle;
};

const placeAfter = ({ visits, endPlace }: Timeline, position: number): number => {
  for (let index = position; index < visits.length; index += 1) {
    const place = visits[index]?.place ?? -1;
    if (place >= 0) return place;
  }
  return endPlace;
};

interface Onward {
  readonly end: Seconds;
  readonly moved: MovedStop[];
  readonly movedBreaks: { from: Seconds; start: Seconds }[];
  readonly movedSeconds: number;
}

/** Pushes what comes after as far as it must, and no farther than it may; nothing where that does not go. */
const pushOn = (
  timeline: Timeline,
  position: number,
  inserted: ProblemStop,
  from: Seconds,
  { ways, grainSeconds }: InsertionRules,
): Onward | undefined => {
  const { technician, visits, endPlace, limit } = timeline;
  const moved: MovedStop[] = [];
  const movedBreaks: { from: Seconds; start: Seconds }[] = [];
  let movedSeconds = 0;
  let end = from;
  let place = inserted.place;
  let idle = 0;
  for (let index = position; index < visits.length; index += 1) {
    const visit = visits[index];
    if (!visit) break;
    const leg = visit.place < 0 ? 0 : ways(technician, place, visit.place);
    const arrival = end + Math.max(0, leg - idle);
    const start = arrival <= visit.from ? visit.from : visit.stop ? onGrain(arrival, grainSeconds) : arrival;
    if (start > visit.latest) return undefined;
    if (start > visit.from && visit.stop) {
      const breaksPromise = visit.promised !== undefined && start > visit.promised;
      moved.push({ stopId: visit.stop.id, start, delaySeconds: start - visit.from, breaksPromise });
      movedSeconds += start - visit.from;
    } else if (start > visit.from) movedBreaks.push({ from: visit.from, start });
    if (visit.place >= 0) {
      // Where one with a place begins as before, all after it is as it was.
      if (start === visit.from) return { end: lastEnd(timeline, ways), moved, movedBreaks, movedSeconds };
      place = visit.place;
      idle = 0;
    } else if (visit.isBreak) idle += start - end;
    else idle = 0;
    end = start + (visit.to - visit.from);
  }
  if (endPlace >= 0) end += Math.max(0, ways(technician, place, endPlace) - idle);
  return end <= limit ? { end, moved, movedBreaks, movedSeconds } : undefined;
};

const lastEnd = (timeline: Timeline, ways: Ways): Seconds => {
  const { visits, endPlace, technician, free } = timeline;
  const home = endPlace < 0 ? 0 : ways(technician, placeBefore(timeline, visits.length), endPlace);
  return (visits.at(-1)?.to ?? free) + home;
};
