import type { TravelLeg, TravelModel } from '../geo/travel-model.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { Priority } from '../model/priority.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Instant, InstantSpan } from '../model/time.ts';
import type { Ineligibility } from './eligibility.ts';

/** A technician's day as the ranking needs it. */
export interface CandidateDay {
  readonly shifts: readonly InstantSpan[];
  /** Appointments anywhere and absences, with the place where it is known. */
  readonly taken: readonly (TakenInterval & { readonly location?: Position | undefined })[];
  readonly latest?: LatestPosition | undefined;
}

/** A place in the day where the appointment would stand. */
export interface CandidateGap {
  plannedStartAt: Instant;
  plannedEndAt: Instant;
  from: 'live-position' | 'stop-before' | 'start-place';
  travelSeconds: number;
  travelMetres: number;
  /** Driving that the day gains: here and on to the next, less the direct way. */
  addedTravelSeconds: number;
  lateBySeconds: number;
}

export interface GapQuestion {
  readonly appointment: Appointment;
  readonly day: CandidateDay;
  readonly startPlace: Position;
  readonly now: Instant;
  readonly travel: TravelModel;
}

/** Times as epoch milliseconds from here on. */
interface Stretch {
  readonly freeAt: number;
  readonly until: number;
  readonly origin: Position;
  readonly from: CandidateGap['from'];
  readonly next: Position | undefined;
}

/** An older position does not say where he is now. */
const freshMilliseconds = 10 * 60_000;
const minuteMilliseconds = 60_000;

/** The gap where the appointment is least late and then cheapest, or why there is none. Starts are whole minutes. */
export const bestGap = (question: GapQuestion): CandidateGap | Ineligibility => {
  const now = Date.parse(question.now);
  const { shifts } = question.day;
  const open = shifts.filter(({ to }) => Date.parse(to) > now);
  if (shifts.length === 0) return { reason: 'off-shift', fact: 'has no shift on this day' };
  if (open.length === 0) return { reason: 'off-shift', fact: 'his shift is over' };
  if (open.every((shift) => isAbsentAll(question, shift, now))) return { reason: 'absent', fact: 'absent on this day' };
  const gaps = stretchesOf(question, now).flatMap((stretch) => fit(question, stretch, open) ?? []);
  const [first, ...others] = gaps;
  if (!first) return { reason: 'no-free-time', fact: 'no free time that is long enough' };
  return others.reduce((best, gap) => (isBetter(question, gap, best) ? gap : best), first);
};

const isAbsentAll = ({ day }: GapQuestion, shift: InstantSpan, now: number): boolean =>
  day.taken.some(
    ({ kind, from, to }) =>
      kind === 'absence' &&
      Date.parse(from) <= Math.max(now, Date.parse(shift.from)) &&
      Date.parse(to) >= Date.parse(shift.to),
  );

/** The free stretches from now on, each with where he comes from and where he must go next. */
const stretchesOf = ({ appointment, day, startPlace }: GapQuestion, now: number): Stretch[] => {
  const taken = day.taken
    .filter(({ id }) => id !== appointment.id)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const live = livePositionOf(day, now);
  const stretches: Stretch[] = [];
  let freeAt = Math.min(...day.shifts.map(({ from }) => Date.parse(from)));
  let place: Pick<Stretch, 'origin' | 'from'> = { origin: startPlace, from: 'start-place' };
  const close = (until: number, next: Position | undefined) => {
    const isPresent = freeAt <= now && now < until;
    const here: typeof place = isPresent && live ? { origin: live, from: 'live-position' } : place;
    const start = Math.max(freeAt, now);
    if (until > start) stretches.push({ freeAt: start, until, next, ...here });
  };
  for (const interval of taken) {
    close(Date.parse(interval.from), interval.location);
    freeAt = Math.max(freeAt, Date.parse(interval.to));
    if (interval.location) place = { origin: interval.location, from: 'stop-before' };
  }
  close(Infinity, undefined);
  return stretches;
};

const livePositionOf = ({ latest }: CandidateDay, now: number): Position | undefined =>
  latest && now - Date.parse(latest.fix.at) <= freshMilliseconds ? latest.fix.location : undefined;

const nowhere: TravelLeg = { seconds: 0, metres: 0 };

const fit = (question: GapQuestion, stretch: Stretch, shifts: readonly InstantSpan[]): CandidateGap | undefined => {
  const { appointment, travel } = question;
  const here = appointment.place.location;
  const inward = travel.travel(stretch.origin, here, stretch.freeAt);
  const onward = stretch.next ? travel.travel(here, stretch.next) : nowhere;
  const direct = stretch.next ? travel.travel(stretch.origin, stretch.next, stretch.freeAt) : nowhere;
  const start = earliestStart(appointment, stretch.freeAt + inward.seconds * 1000, shifts);
  if (start === undefined) return undefined;
  const end = start + appointment.durationSeconds * 1000;
  if (end + onward.seconds * 1000 > stretch.until) return undefined;
  return {
    plannedStartAt: new Date(start).toISOString(),
    plannedEndAt: new Date(end).toISOString(),
    from: stretch.from,
    travelSeconds: inward.seconds,
    travelMetres: inward.metres,
    addedTravelSeconds: inward.seconds + onward.seconds - direct.seconds,
    lateBySeconds: lateBySeconds(appointment, start, end),
  };
};

/** In the first shift that holds the whole work, not before the customer expects someone. */
const earliestStart = (
  appointment: Appointment,
  arrival: number,
  shifts: readonly InstantSpan[],
): number | undefined => {
  const { earliestStartAt, arrivalWindow } = appointment;
  const earliest = Math.max(arrival, Date.parse(earliestStartAt), Date.parse(arrivalWindow?.from ?? earliestStartAt));
  return shifts
    .map(({ from, to }) => ({ start: wholeMinute(Math.max(earliest, Date.parse(from))), to: Date.parse(to) }))
    .find(({ start, to }) => start + appointment.durationSeconds * 1000 <= to)?.start;
};

const wholeMinute = (milliseconds: number): number => Math.ceil(milliseconds / minuteMilliseconds) * minuteMilliseconds;

const lateBySeconds = ({ dueBy, arrivalWindow }: Appointment, start: number, end: number): number => {
  const afterDue = end - Date.parse(dueBy);
  const afterWindow = arrivalWindow ? start - Date.parse(arrivalWindow.to) : 0;
  return Math.ceil(Math.max(0, afterDue, afterWindow) / 1000);
};

/** Seconds of driving that a second of earlier help is worth. */
const hurry: Readonly<Record<Priority, number>> = { emergency: 0.5, high: 0.2, normal: 0.05, low: 0 };

const isBetter = ({ appointment }: GapQuestion, gap: CandidateGap, best: CandidateGap): boolean => {
  if (gap.lateBySeconds !== best.lateBySeconds) return gap.lateBySeconds < best.lateBySeconds;
  const waitSeconds = (Date.parse(gap.plannedStartAt) - Date.parse(best.plannedStartAt)) / 1000;
  return gap.addedTravelSeconds - best.addedTravelSeconds + hurry[appointment.priority] * waitSeconds < 0;
};
