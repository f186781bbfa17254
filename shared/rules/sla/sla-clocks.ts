import type { ClockKind, SlaClock, SlaEvent, SlaPromise, SlaTerms } from '../../model/sla.ts';
import type { Instant } from '../../model/time.ts';
import { promisedTime, type PromisedTime } from './promised-time.ts';

/** The shares of its time at which somebody is warned; 100 is the breach. */
export const markPercents = [50, 75, 90, 100] as const;

/**
 * How every clock of a piece of work stands at a moment, from its terms and what happened and nothing else: events may come in any
 * order, late or twice, and what lies after `now` has not happened yet.
 */
export const slaClocks = (terms: SlaTerms, events: readonly SlaEvent[], now: Instant): SlaClock[] => {
  const happened = inOrder(terms, events, Date.parse(now));
  return terms.promises.map((promise) => clockOf(promise, terms, happened, Date.parse(now)));
};

interface Moment {
  readonly at: number;
  readonly kind: SlaEvent['kind'];
  readonly reason: string | undefined;
}

/** What ends a clock: who is there has answered, and what works again was reached. */
const endedBy: Readonly<Record<ClockKind, readonly SlaEvent['kind'][]>> = {
  response: ['responded', 'arrived', 'fixed'],
  arrival: ['arrived', 'fixed'],
  fix: ['fixed'],
};

/** At one instant an end comes first, and a pause before its end. */
const kindOrder: readonly SlaEvent['kind'][] = ['responded', 'arrived', 'fixed', 'cancelled', 'paused', 'resumed'];

const inOrder = ({ startsAt, pausingReasons }: SlaTerms, events: readonly SlaEvent[], now: number): Moment[] => {
  const begin = Date.parse(startsAt);
  return events
    .map(({ at, kind, reason }): Moment => ({ at: Math.max(begin, Date.parse(at)), kind, reason }))
    .filter(({ at }) => at <= now)
    .filter(({ kind, reason }) => kind !== 'paused' || !pausingReasons || pausingReasons.includes(reason ?? ''))
    .sort((a, b) => a.at - b.at || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
};

/** Stretches during which a clock ran, and how it came to its end. */
interface Course {
  readonly stretches: readonly (readonly [from: number, to: number])[];
  /** Since when it runs, unless it stands still or has ended. */
  readonly runsSince?: number;
  readonly pausedFor?: string | undefined;
  readonly ended?: Moment;
}

const courseOf = (kind: ClockKind, begin: number, moments: readonly Moment[]): Course => {
  const stretches: (readonly [number, number])[] = [];
  let runsSince: number | undefined = begin;
  let pausedFor: string | undefined;
  for (const moment of moments) {
    const isEnd = moment.kind === 'cancelled' || endedBy[kind].includes(moment.kind);
    if (runsSince !== undefined && (isEnd || moment.kind === 'paused')) {
      stretches.push([runsSince, moment.at]);
      runsSince = undefined;
    }
    if (isEnd) return { stretches, ended: moment };
    if (moment.kind === 'paused') pausedFor = moment.reason;
    if (moment.kind === 'resumed') runsSince ??= moment.at;
  }
  return runsSince === undefined ? { stretches, pausedFor } : { stretches, runsSince };
};

const clockOf = (promise: SlaPromise, terms: SlaTerms, moments: readonly Moment[], now: number): SlaClock => {
  const time = promisedTime(promise.hours);
  const course = courseOf(promise.kind, Date.parse(terms.startsAt), moments);
  const within = promise.withinSeconds * 1000;
  const { elapsed, marks } = walk(course, time, within, now);
  const { runsSince, ended, pausedFor } = course;
  const ahead = runsSince === undefined ? [] : marksAhead(time, now, within, elapsed);
  const isBreached = marks.some(({ percent }) => percent === 100);
  return {
    kind: promise.kind,
    state: stateOf(course, elapsed > within, isBreached),
    withinSeconds: promise.withinSeconds,
    elapsedSeconds: Math.floor(elapsed / 1000),
    ...dueOf(marks, ahead, runsSince),
    ...(pausedFor !== undefined && { pausedFor }),
    ...(ended && { endedAt: isoOf(ended.at) }),
    marks,
    ...(ahead[0] && { nextMark: ahead[0] }),
  };
};

type Mark = SlaClock['marks'][number];

/** Goes through the stretches up to now: how much ran, and when which mark was passed. */
const walk = (
  { stretches, runsSince, ended }: Course,
  time: PromisedTime,
  within: number,
  now: number,
): { readonly elapsed: number; readonly marks: Mark[] } => {
  const marks: Mark[] = [];
  let elapsed = 0;
  const all = runsSince === undefined ? stretches : [...stretches, [runsSince, now] as const];
  for (const [from, to] of all) {
    const until = elapsed + time.between(from, to);
    for (const percent of markPercents.slice(marks.length)) {
      const need = (within / 100) * percent;
      if (need > until) break;
      const at = time.after(from, need - elapsed) ?? to;
      // What is done at the very instant that it is due is done in time.
      if (ended && at >= ended.at) break;
      marks.push({ percent, at: isoOf(at) });
    }
    elapsed = until;
  }
  return { elapsed, marks };
};

/** When the marks that are left will be passed if nothing else happens. */
const marksAhead = (time: PromisedTime, now: number, within: number, elapsed: number): Mark[] =>
  markPercents.flatMap((percent) => {
    const need = (within / 100) * percent;
    const at = need > elapsed ? time.after(now, need - elapsed) : undefined;
    return at === undefined ? [] : [{ percent, at: isoOf(at) }];
  });

const stateOf = ({ runsSince, ended }: Course, isLate: boolean, isBreached: boolean): SlaClock['state'] => {
  if (ended?.kind === 'cancelled') return 'cancelled';
  if (ended) return isLate ? 'missed' : 'met';
  if (isBreached) return 'breached';
  return runsSince === undefined ? 'paused' : 'running';
};

/** Once it was due, the instant stays; while it stands still nobody can say. */
const dueOf = (marks: readonly Mark[], ahead: readonly Mark[], runsSince: number | undefined): { dueAt?: Instant } => {
  const passed = marks.find(({ percent }) => percent === 100);
  const due = passed ?? (runsSince === undefined ? undefined : ahead.find(({ percent }) => percent === 100));
  return due ? { dueAt: due.at } : {};
};

const isoOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
