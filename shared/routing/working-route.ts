import type { TravelMatrix } from '../geo/travel-model.ts';
import type { ProblemBreak, ProblemStop, ProblemTechnician, Seconds, TimeSpan } from './problem.ts';

/** Something in a route: a stop that was added, or what stood there before and keeps its time. */
export interface RouteElement {
  readonly stop?: ProblemStop;
  /** -1: without a place; he stays where he was. */
  readonly place: number;
  readonly durationSeconds: number;
  /** Present on what keeps its time. */
  readonly fixed?: TimeSpan;
}

/** A route while it is being built. */
export interface WorkingRoute {
  readonly technician: ProblemTechnician;
  elements: RouteElement[];
  /** What the van still carries beyond what the route uses. */
  readonly spareParts: Map<string, number>;
  /** Cost of the route as it stands, see `evaluate`. */
  cost: number;
  readonly hasBreak: boolean;
}

/** Hears what a walk through a route finds. */
export interface RouteListener {
  readonly onStart: (element: RouteElement, start: Seconds, end: Seconds, legFrom: number) => void;
  readonly onBreak: (start: Seconds) => void;
}

/** Where a walk through a route stands. */
interface Walk {
  free: Seconds;
  place: number;
  addedBefore: boolean;
  breakAt: Seconds;
  cost: number;
}

const notYet = -1_000_000_000;
const impossible = -1_000_000_001;

/** What a second of lateness costs in seconds of driving, by priority from the most urgent. */
const latenessWeights = [8, 4, 2, 1];

/**
 * Runs through a route, everything as early as it can be, with `inserted` put at `position` (neither: the route as it is).
 * Gives driving seconds plus weighted lateness of what was added, or Infinity where it cannot be. What stood there before may
 * be broken among itself (a dispatcher may have wanted it); nothing is added that makes it worse.
 */
export const evaluate = (
  route: WorkingRoute,
  matrix: TravelMatrix,
  inserted?: RouteElement,
  position = -1,
  listener?: RouteListener,
): number => {
  const { technician, elements } = route;
  const rule = route.hasBreak ? technician.breakRule : undefined;
  const walk = {
    free: technician.availableFrom,
    place: technician.startPlace,
    addedBefore: false,
    breakAt: notYet,
    cost: 0,
  };
  const count = elements.length + (inserted ? 1 : 0);
  for (let index = 0; index < count; index += 1) {
    const element =
      inserted && index === position ? inserted : elements[inserted && index > position ? index - 1 : index];
    if (!element) continue;
    const leg = element.place < 0 ? 0 : (matrix.seconds[walk.place * matrix.size + element.place] ?? 0);
    const start = element.fixed
      ? passFixed(walk, rule, element.fixed, leg)
      : passAdded(walk, rule, technician, element, leg);
    if (start === impossible) return Infinity;
    walk.cost += leg;
    listener?.onStart(element, start, start + element.durationSeconds, walk.place);
    if (element.place >= 0) walk.place = element.place;
  }
  if (rule && walk.breakAt === notYet) {
    walk.breakAt = Math.max(walk.free, rule.earliest);
    if (walk.breakAt > rule.latest) return Infinity;
  }
  if (walk.breakAt !== notYet) listener?.onBreak(walk.breakAt);
  return walk.cost;
};

/** What keeps its time: the one added before it must let him be there by then. */
const passFixed = (walk: Walk, rule: ProblemBreak | undefined, fixed: TimeSpan, leg: number): Seconds => {
  const arrival = walk.free + leg;
  if (walk.addedBefore && arrival > fixed.from) return impossible;
  if (rule && walk.breakAt === notYet) {
    const breakAt = Math.max(walk.free, rule.earliest);
    const fits = Math.max(breakAt, arrival) + rule.durationSeconds <= fixed.from;
    if (breakAt <= rule.latest && fits) walk.breakAt = breakAt;
  }
  walk.free = Math.max(walk.free, fixed.to);
  walk.addedBefore = false;
  return fixed.from;
};

const passAdded = (
  walk: Walk,
  rule: ProblemBreak | undefined,
  technician: ProblemTechnician,
  element: RouteElement,
  leg: number,
): Seconds => {
  const { stop, durationSeconds } = element;
  if (!stop) return impossible;
  const arrival = walk.free + leg;
  const opens = stop.window ? Math.max(stop.window.from, stop.earliest) : stop.earliest;
  let start = startInShift(technician.shifts, Math.max(arrival, opens), durationSeconds);
  if (rule && walk.breakAt === notYet) {
    const breakAt = Math.max(walk.free, rule.earliest);
    const earliest = Math.max(Math.max(arrival, breakAt) + rule.durationSeconds, opens);
    const startAfter = startInShift(technician.shifts, earliest, durationSeconds);
    // Taken here when it delays nothing, or when after this work it would be too late.
    const isTaken = startAfter === start || start + durationSeconds > rule.latest;
    if (breakAt <= rule.latest && startAfter !== impossible && isTaken) {
      walk.breakAt = breakAt;
      start = startAfter;
    }
  }
  if (start === impossible || (stop.window && start > stop.window.to)) return impossible;
  walk.free = start + durationSeconds;
  walk.addedBefore = true;
  walk.cost += latenessCost(stop, walk.free, technician.availableFrom);
  return start;
};

/** Boards and customers read minutes. */
const minuteSeconds = 60;

/** The start of work, a whole minute, in the first shift that holds it whole. */
const startInShift = (shifts: readonly TimeSpan[], earliest: Seconds, durationSeconds: number): Seconds => {
  for (const { from, to } of shifts) {
    const start = Math.ceil((earliest > from ? earliest : from) / minuteSeconds) * minuteSeconds;
    if (start + durationSeconds <= to) return start;
  }
  return impossible;
};

const latenessCost = (stop: ProblemStop, end: Seconds, availableFrom: Seconds): number => {
  // What was due before work could begin costs from then on, else it would outweigh everything.
  const due = Math.max(stop.due, Math.max(availableFrom, stop.earliest) + stop.durationSeconds);
  return end > due ? (end - due) * (latenessWeights[stop.priority] ?? 1) : 0;
};
