import type { TravelModel } from '../geo/travel-model.ts';
import { dayBounds, instantOf } from '../geo/zoned-time.ts';
import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Territory } from '../model/territory.ts';
import type { Day, Instant, InstantSpan } from '../model/time.ts';
import { placeIndex, type PlaceIndex } from './place-index.ts';
import type { Problem, ProblemBlock, ProblemBreak, ProblemStop, ProblemTechnician, Seconds } from './problem.ts';
import { stopOf, type Timeline } from './stop-of-appointment.ts';

export interface PlanningTechnician {
  readonly technician: Technician;
  readonly shifts: readonly InstantSpan[];
  /** What his guard of the day holds, with the place where it is known. */
  readonly taken: readonly (TakenInterval & { readonly location?: Position | undefined })[];
  readonly latest?: LatestPosition | undefined;
  /** Quantity by part id. */
  readonly vanStock: ReadonlyMap<string, number>;
}

export interface PlanningDay {
  readonly territory: Pick<Territory, 'id' | 'timeZone'>;
  readonly day: Day;
  readonly now: Instant;
  readonly technicians: readonly PlanningTechnician[];
  /** Those on the board of the day. */
  readonly appointments: readonly Appointment[];
  /** The unscheduled ones of the territory. */
  readonly backlog: readonly Appointment[];
  readonly travel: TravelModel;
  /** How many of the backlog are looked at, the most urgent first. */
  readonly backlogLimit?: number;
}

const usualBacklogLimit = 1500;
const urgency = ['emergency', 'high', 'normal', 'low'] as const;
/** Whoever looks a proposal over and accepts it needs this long; nothing new begins sooner. */
const reviewSeconds = 600;
const finished: readonly string[] = ['completed', 'cannot-complete', 'cancelled'];

/** A territory's day as a problem for the planner. What is finished only takes time that has gone by. */
export const problemOfDay = (planning: PlanningDay): Problem => {
  const { territory, day, now, travel, backlogLimit = usualBacklogLimit } = planning;
  const startAt = dayBounds(day, territory.timeZone).from;
  const timeline: Timeline = { at: (instant) => Math.round(secondsBetween(startAt, instant)), now };
  const places = placeIndex();
  const known = new Set(planning.technicians.map(({ technician }) => technician.id));
  const standing = planning.appointments.filter(
    ({ status, assignments }) => !finished.includes(status) && known.has(assignments[0]?.technicianId ?? ''),
  );
  const waiting = [...planning.backlog].sort(byUrgency);
  const technicians = planning.technicians.map((one) => technicianOf(planning, one, timeline, places));
  const considered = [...standing, ...waiting.slice(0, backlogLimit)];
  const stops = considered.map((appointment): ProblemStop => stopOf(appointment, timeline, places));
  const leftOut = Math.max(0, waiting.length - backlogLimit);
  return { startAt, technicians, stops, leftOut, matrix: travel.matrix(places.positions) };
};

const byUrgency = (a: Appointment, b: Appointment): number =>
  urgency.indexOf(a.priority) - urgency.indexOf(b.priority) ||
  Date.parse(a.dueBy) - Date.parse(b.dueBy) ||
  (a.id < b.id ? -1 : 1);

const technicianOf = (
  planning: PlanningDay,
  one: PlanningTechnician,
  timeline: Timeline,
  places: PlaceIndex,
): ProblemTechnician => {
  const { technician, vanStock } = one;
  const shifts = one.shifts.map(({ from, to }) => ({ from: timeline.at(from), to: timeline.at(to) }));
  const availableFrom = Math.max(timeline.at(planning.now) + reviewSeconds, shifts[0]?.from ?? 0);
  const breakRule = breakOf(planning, one, timeline, availableFrom);
  const held = technician.skills.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= planning.day);
  return {
    id: technician.id,
    territoryIds: technician.territoryIds,
    shifts,
    availableFrom,
    startPlace: places.indexOf(originOf(planning, one)),
    blocks: blocksOf(planning, one, timeline, places, availableFrom),
    ...(breakRule && { breakRule }),
    skills: held.map(({ skillId, level }) => ({ skillId, level })),
    expiredSkillIds: technician.skills.filter((skill) => !held.includes(skill)).map(({ skillId }) => skillId),
    vanStock,
  };
};

/** An older position does not say where he is now. */
const freshSeconds = 600;

/** Where he comes from: on a running day where he was seen, else where he was last, else where his day starts. */
const originOf = ({ now }: PlanningDay, { technician, shifts, latest, taken }: PlanningTechnician): Position => {
  const start = shifts[0]?.from;
  if (start === undefined || secondsBetween(now, start) > 0) return technician.startPlace.location;
  if (latest && secondsBetween(latest.fix.at, now) <= freshSeconds) return latest.fix.location;
  const gone = taken.filter(({ to, location }) => location && secondsBetween(to, now) >= 0);
  gone.sort((a, b) => secondsBetween(b.to, a.to));
  return gone[0]?.location ?? technician.startPlace.location;
};

/** What takes his time and is no stop of the problem: absences, other territories, and being one of a crew. */
const blocksOf = (
  { appointments }: PlanningDay,
  { technician, taken }: PlanningTechnician,
  timeline: Timeline,
  places: PlaceIndex,
  availableFrom: Seconds,
): ProblemBlock[] => {
  const notBlocking = new Set(
    appointments
      .filter(({ status, assignments }) => finished.includes(status) || assignments[0]?.technicianId === technician.id)
      .map(({ id }) => id),
  );
  return taken
    .filter(({ id, to }) => !notBlocking.has(id) && timeline.at(to) > availableFrom)
    .map(({ from, to, location }) => ({
      from: timeline.at(from),
      to: timeline.at(to),
      ...(location && { place: places.indexOf(location) }),
    }));
};

/** His break, where a shift has room for it and its time has not gone by. */
const breakOf = (
  { day, territory }: PlanningDay,
  { technician, shifts }: PlanningTechnician,
  timeline: Timeline,
  availableFrom: Seconds,
): ProblemBreak | undefined => {
  if (!technician.breakRule) return undefined;
  const { durationSeconds } = technician.breakRule;
  const earliest = timeline.at(instantOf(day, technician.breakRule.earliest, territory.timeZone));
  const latest = timeline.at(instantOf(day, technician.breakRule.latest, territory.timeZone));
  const isInShift = shifts.some(
    ({ from, to }) => timeline.at(from) <= earliest && latest + durationSeconds <= timeline.at(to),
  );
  return isInShift && availableFrom <= latest ? { earliest, latest, durationSeconds } : undefined;
};
