import type { TravelLeg, TravelModel } from '../../geo/travel-model.ts';
import type { Appointment } from '../../model/appointment.ts';
import type { PlanningDay } from '../planning-day.ts';
import { dayWithoutWays } from '../problem-of-day.ts';
import type { Problem, ProblemStop } from '../problem.ts';
import type { InsertionRules } from './insertion.ts';
import { standingRoutes } from './standing-routes.ts';
import { timelinesOf, type Timeline } from './timeline.ts';

/** One appointment that wants a place, and the day as it stands. */
export interface InsertionQuestion extends Omit<PlanningDay, 'backlog' | 'backlogLimit' | 'reviewSeconds'> {
  readonly appointment: Appointment;
}

/** The day as the insertion service reads it; only the ways that it asks for are worked out. */
export interface InsertionDay {
  readonly problem: Omit<Problem, 'matrix'>;
  /** The appointment, as if it had no place yet. */
  readonly stop: ProblemStop;
  readonly timelines: readonly Timeline[];
  readonly rules: InsertionRules;
  readonly leg: (from: number, to: number) => TravelLeg;
}

const grainSeconds = 60;
/** The appointment itself makes eight, as many as move in one transaction. */
const mostMoved = 7;

export const insertionDay = ({ appointment, ...day }: InsertionQuestion): InsertionDay => {
  const { id } = appointment;
  const { problem, positions } = dayWithoutWays({
    ...day,
    reviewSeconds: 0,
    technicians: day.technicians.map((one) => ({ ...one, taken: one.taken.filter((span) => span.id !== id) })),
    appointments: day.appointments.filter((one) => one.id !== id),
    backlog: [{ ...appointment, assignments: [] }],
  });
  const stop = problem.stops.find((one) => one.id === id);
  if (!stop) throw new Error(`${id} is missing from its own question`);
  const crews = new Set(day.appointments.filter(({ assignments }) => assignments.length > 1).map((one) => one.id));
  const stops = problem.stops.map((one): ProblemStop =>
    crews.has(one.id) && one.present ? { ...one, present: { ...one.present, fixed: true } } : one,
  );
  const known = { ...problem, stops };
  const leg = rememberedLegs(day.travel, positions);
  return {
    problem: known,
    stop,
    timelines: timelinesOf(known, { routes: standingRoutes(known) }),
    rules: { grainSeconds, mostMoved, ways: (_technician, from, to) => leg(from, to).seconds },
    leg,
  };
};

/** The same few ways are asked for at every position of a day. */
const rememberedLegs = (travel: TravelModel, positions: PlanningPlaces): InsertionDay['leg'] => {
  const known = new Map<number, TravelLeg>();
  return (from, to) => {
    const key = from * positions.length + to;
    const before = known.get(key);
    if (before) return before;
    const [a, b] = [positions[from], positions[to]];
    const leg = a && b ? travel.travel(a, b) : { seconds: 0, metres: 0 };
    known.set(key, leg);
    return leg;
  };
};

type PlanningPlaces = Parameters<TravelModel['matrix']>[0];
