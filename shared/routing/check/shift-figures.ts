import type { CheckedDay, CheckedShift } from './checked-day.ts';
import { breaksIn, gapsOf } from './gap.ts';
import { takenBreaksOf } from './taken-breaks.ts';

/** What one shift with stops comes to. Seconds and metres. */
export interface ShiftFigures {
  readonly shift: CheckedShift;
  readonly stops: number;
  readonly travelSeconds: number;
  readonly travelMetres: number;
  readonly workSeconds: number;
  /** After the first stop; breaks are no waiting. */
  readonly waitingSeconds: number;
  readonly overtimeSeconds: number;
  /** From leaving as late as can be to the end. */
  readonly durationSeconds: number;
}

/** The figures of each shift that has stops. */
export const shiftFiguresOf = (day: CheckedDay): ShiftFigures[] =>
  day.shifts.filter(({ visits }) => visits.some(({ checked }) => checked)).map((shift) => figuresOf(day, shift));

const figuresOf = (day: CheckedDay, shift: CheckedShift): ShiftFigures => {
  const { visits, back } = shift;
  const stops = visits.flatMap(({ checked }) => checked ?? []);
  const ways = [...visits.flatMap(({ checked, pickup }) => checked?.planned ?? pickup ?? []), ...(back ? [back] : [])];
  const travelSeconds = sum(ways.map((way) => way.travelSeconds));
  const first = visits[0];
  const end = back?.at ?? Math.max(...visits.map(({ to }) => to));
  const gaps = gapsOf(day).filter((gap) => gap.shift.index === shift.index);
  const pauses = gaps.map((gap) => pauseIn(day, gap));
  const firstLeg = first?.checked?.planned.travelSeconds ?? first?.pickup?.travelSeconds ?? 0;
  const busy = sum(visits.map(({ from, to }) => to - from));
  const leave = (first?.from ?? 0) - firstLeg - (pauses[0] ?? 0);
  const paused = sum(pauses.slice(0, back ? undefined : -1));
  return {
    shift,
    stops: stops.length,
    travelSeconds,
    travelMetres: sum(ways.map((way) => way.travelMetres)),
    workSeconds: sum(stops.map(({ planned }) => planned.end - planned.start)),
    waitingSeconds: Math.max(0, end - leave - travelSeconds - busy - paused),
    overtimeSeconds: Math.max(0, end - shift.shift.to),
    durationSeconds: end - leave,
  };
};

const pauseIn = (day: CheckedDay, gap: Parameters<typeof breaksIn>[0]): number =>
  sum(breaksIn(gap, takenBreaksOf(day)).map(({ rule }) => rule.durationSeconds));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
