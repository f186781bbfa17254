import type { Problem } from '../problem.ts';

/** Costs that depend on when something begins. Absent from the kernel where a problem has none: then no route is ever walked for its cost. */
export interface Timing {
  readonly due: Float64Array;
  readonly earliest: Float64Array;
  /** For the day on which a stop could be over at the soonest. */
  readonly usual: Float64Array;
  readonly lateSlope: Float64Array;
  /** Where it stood, whose it was (-1: nobody's), and what each second from there costs. */
  readonly stoodFrom: Float64Array;
  readonly stoodBy: Int32Array;
  readonly movedSlope: Float64Array;
  readonly setup: Int32Array;
}

/** What is asked of a route here: when it must be over, and whether its ways differ by the time of leaving. */
interface TimedFrame {
  readonly backBy: number;
  readonly travel: { readonly periods?: unknown };
}

/** What a second of lateness costs where the stop does not say, by priority from the most urgent. */
const usualLateness = [8, 4, 2, 1];

export const timingOf = (problem: Problem, frames: readonly TimedFrame[]): Timing | undefined => {
  const { stops, technicians } = problem;
  const end = Math.max(...frames.map(({ backBy }) => backBy));
  const slopes = stops.map(({ due, priority, latenessPerSecond }) =>
    due < end ? (latenessPerSecond ?? usualLateness[priority] ?? 1) : 0,
  );
  const isTimed =
    slopes.some((slope) => slope > 0) ||
    stops.some(({ setupSeconds, present }) => setupSeconds ?? present?.changeCost?.perSecondMoved) ||
    frames.some(({ travel }) => travel.periods) ||
    technicians.some(({ rates, shifts }) => hasTimedRates(rates, shifts));
  if (!isTimed) return undefined;
  const rows = new Map(technicians.map(({ id }, index) => [id, index]));
  return {
    due: Float64Array.from(stops, ({ due }) => due),
    earliest: Float64Array.from(stops, ({ earliest }) => earliest),
    usual: Float64Array.from(stops, ({ durationSeconds }) => durationSeconds),
    lateSlope: Float64Array.from(slopes),
    stoodFrom: Float64Array.from(stops, ({ present }) => present?.from ?? 0),
    stoodBy: Int32Array.from(stops, ({ present }) => (present ? (rows.get(present.technicianId) ?? -1) : -1)),
    movedSlope: Float64Array.from(stops, ({ present }) => present?.changeCost?.perSecondMoved ?? 0),
    setup: Int32Array.from(stops, ({ setupSeconds }) => setupSeconds ?? 0),
  };
};

const hasTimedRates = (
  rates: Problem['technicians'][number]['rates'],
  shifts: Problem['technicians'][number]['shifts'],
): boolean =>
  (rates?.perWaitingSecond ?? 0) > 0 ||
  ((rates?.perOvertimeSecond ?? 0) > 0 && shifts.some(({ overtimeUntil }) => overtimeUntil !== undefined));
