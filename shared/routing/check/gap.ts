import type { ProblemBreak } from '../problem.ts';
import type { SolutionReturn } from '../solution.ts';
import type { CheckedDay, CheckedShift, Visit } from './checked-day.ts';
import { legsOf, type Leg } from './leg.ts';

/** A break where the solution puts it. */
export interface TakenBreak {
  readonly rule: ProblemBreak;
  readonly start: number;
}

/** From where and when he may set out. */
interface Origin {
  readonly place: number;
  readonly free: number;
}

/** Time between two visits of a shift, before the first, or between the last and its end. */
export interface Gap {
  readonly shift: CheckedShift;
  /** One, or two where a later shift may go on from where the one before it ended. */
  readonly origins: readonly Origin[];
  readonly until: number;
  readonly next: Visit | undefined;
  readonly back: SolutionReturn | undefined;
  /** Absent: no way is made. */
  readonly target: number | undefined;
  /** Either side of it was planned. */
  readonly isTouched: boolean;
}

const isPlanned = ({ checked, pickup }: Visit): boolean => checked?.untouched === false || pickup !== undefined;

/** All gaps of a route in order of time. */
export const gapsOf = (day: CheckedDay): Gap[] => {
  const gaps: Gap[] = [];
  let before: Origin | undefined;
  for (const shift of day.shifts) {
    let origins = originsOf(day, shift, before);
    let isTouched = false;
    for (const next of shift.visits) {
      const planned = isPlanned(next);
      const target = next.place;
      gaps.push({ shift, origins, until: next.from, next, back: undefined, target, isTouched: planned || isTouched });
      origins = goneOn(origins, next);
      isTouched = planned;
    }
    const { back, endPlace } = shift;
    const target = back ? endPlace : undefined;
    const later = day.shifts.slice(shift.index + 1).find(({ visits }) => visits.length > 0);
    const until = back?.at ?? later?.visits[0]?.from ?? Infinity;
    gaps.push({ shift, origins, until, next: undefined, back, target, isTouched });
    // Who is not brought anywhere at the end of a shift may go on from there.
    before = endPlace === undefined ? origins[0] : undefined;
  }
  return gaps;
};

/** The first leaves when he is available, though his shift may say otherwise: then its own rule is broken. */
const originsOf = (
  { technician: { availableFrom } }: CheckedDay,
  { shift, startPlace, index }: CheckedShift,
  before: Origin | undefined,
): Origin[] => {
  const free = index === 0 ? availableFrom : Math.max(shift.from, availableFrom);
  return [{ place: startPlace, free }, ...(before ? [before] : [])];
};

const goneOn = (origins: readonly Origin[], { place, to }: Visit): Origin[] => {
  const later = origins.map((origin) => ({ place: place ?? origin.place, free: Math.max(origin.free, to) }));
  return place === undefined ? later : later.slice(0, 1);
};

/** The breaks that are told to begin in a gap. */
export const breaksIn = (gap: Gap, breaks: readonly TakenBreak[]): TakenBreak[] =>
  breaks.filter(({ rule, start }) => start >= freeFrom(gap) && start + rule.durationSeconds <= gap.until);

export const freeFrom = ({ origins }: Gap): number => Math.min(...origins.map(({ free }) => free));

/** The ways that a gap allows, breaks included; nothing where its time is too short for any. */
export const waysThrough = (day: CheckedDay, gap: Gap, breaks: readonly TakenBreak[]): Leg[] =>
  gap.origins.flatMap((origin) => waysFrom(day, gap, origin, breaks));

const waysFrom = (day: CheckedDay, gap: Gap, origin: Origin, breaks: readonly TakenBreak[]): Leg[] => {
  const placed = breaks.find(({ rule }) => rule.place !== undefined);
  const target = gap.target ?? origin.place;
  if (!placed || placed.rule.place === undefined) return straight(day, origin, target, gap.until, breaks);
  const there = { place: placed.rule.place, free: placed.start + placed.rule.durationSeconds };
  const earlier = breaks.filter(({ start }) => start < placed.start);
  const later = breaks.filter(({ start }) => start > placed.start);
  const outward = straight(day, origin, there.place, placed.start, earlier);
  const onward = waysFrom(day, gap, there, later);
  return outward.flatMap((a) => onward.map((b) => ({ seconds: a.seconds + b.seconds, metres: a.metres + b.metres })));
};

/** Breaks without a place may interrupt the drive: only the sum of time counts. */
const straight = (
  day: CheckedDay,
  origin: Origin,
  target: number,
  until: number,
  breaks: readonly TakenBreak[],
): Leg[] => {
  const own = breaks.filter(({ rule, start }) => start + rule.durationSeconds > origin.free);
  const pause = own.reduce((sum, { rule }) => sum + rule.durationSeconds, 0);
  const legs = legsOf(day.problem, day.technician, [origin.place, target], [origin.free, until]);
  return legs.filter(({ seconds }) => origin.free + seconds + pause <= until);
};
