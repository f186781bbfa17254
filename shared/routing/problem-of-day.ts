import { dayBounds } from '../geo/zoned-time.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { Instant } from '../model/time.ts';
import { crewPartner } from './crew-partner.ts';
import { isFinished } from './is-finished.ts';
import { namedForStop } from './named-for-stop.ts';
import { partPickupsOf } from './part-pickups-of.ts';
import { placeIndex, type PlaceIndex } from './place-index.ts';
import { planWishes } from './plan-wishes.ts';
import type { PlanningDay } from './planning-day.ts';
import type { Problem, ProblemStop } from './problem.ts';
import { stopOf, type Timeline } from './stop-of-appointment.ts';
import { technicianOfDay, type KnownDay } from './technician-of-day.ts';
import { valueByUrgency } from './value-by-urgency.ts';

/** A day as a problem whose ways are not known yet: row by row the places that they are wanted between. */
export interface DayWithoutWays {
  readonly problem: Omit<Problem, 'matrix'>;
  readonly positions: readonly Position[];
}

const usualBacklogLimit = 1500;
const urgency = ['emergency', 'high', 'normal', 'low'] as const;

/** A territory's day as a problem for the planner. What is finished only takes time that has gone by. */
export const problemOfDay = (planning: PlanningDay): Problem => {
  const { problem, positions } = dayWithoutWays(planning);
  return { ...problem, stops: valueByUrgency(problem.stops), matrix: planning.travel.matrix(positions) };
};

/** The same for who asks only for a few ways of many: all ways between 2,000 places take longer than his question. */
export const dayWithoutWays = (planning: Omit<PlanningDay, 'travel'>): DayWithoutWays => {
  const { territory, day, now, backlogLimit = usualBacklogLimit } = planning;
  const startAt = dayBounds(day, territory.timeZone).from;
  const start = Date.parse(startAt);
  const at = (instant: Instant) => Math.round((Date.parse(instant) - start) / 1000);
  const nowAt = at(now);
  const timeline: Timeline = { at: (instant) => (instant === now ? nowAt : at(instant)), now };
  const places = placeIndex();
  const known = new Set(planning.technicians.map(({ technician }) => technician.id));
  const standing = planning.appointments.filter(
    (one) => !isFinished(one) && known.has(one.assignments[0]?.technicianId ?? ''),
  );
  const waiting = [...planning.backlog].sort(byUrgency);
  const onDay = new Map(planning.appointments.map((one) => [one.id, one]));
  const wishes = planning.preferences && planWishes(planning.preferences);
  const knownDay: KnownDay = { ...planning, onDay, wishes };
  const technicians = planning.technicians.map((one) => technicianOfDay(knownDay, one, timeline, places));
  const considered = [...standing, ...waiting.slice(0, backlogLimit)];
  const stops = considered.flatMap((one) => stopsOf(knownDay, one, timeline, places));
  const leftOut = Math.max(0, waiting.length - backlogLimit);
  const partPickups = partPickupsOf(planning.sources ?? [], timeline, places);
  const problem = {
    ...{ startAt, technicians, stops, leftOut },
    ...(partPickups.length > 0 && { partPickups }),
    ...(wishes && { preferences: wishes.preferences }),
  };
  return { problem, positions: places.positions };
};

/** A stop, and the crew's second where he is sought. */
const stopsOf = (day: KnownDay, appointment: Appointment, timeline: Timeline, places: PlaceIndex): ProblemStop[] => {
  const only = day.onlyBy?.get(appointment.id);
  const named = namedForStop(appointment, day.named?.get(appointment.id));
  const base = { ...stopOf(appointment, timeline, places, day.wishes?.changeCost), ...named };
  const stop = only === undefined ? base : { ...base, allowedTechnicianIds: only };
  const partner = isToComplete(day, appointment) ? crewPartner(appointment, stop, only) : undefined;
  return partner ? [stop, partner] : [stop];
};

const isToComplete = ({ completes = [] }: Pick<PlanningDay, 'completes'>, { id }: Appointment): boolean =>
  completes === 'all' || completes.includes(id);

const byUrgency = (a: Appointment, b: Appointment): number =>
  urgency.indexOf(a.priority) - urgency.indexOf(b.priority) ||
  Date.parse(a.dueBy) - Date.parse(b.dueBy) ||
  (a.id < b.id ? -1 : 1);
