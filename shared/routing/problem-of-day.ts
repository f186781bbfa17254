import type { TravelModel } from '../geo/travel-model.ts';
import { dayBounds, instantOf } from '../geo/zoned-time.ts';
import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { PlanPreferences } from '../model/plan-preferences.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Territory } from '../model/territory.ts';
import type { Day, Instant, InstantSpan } from '../model/time.ts';
import { crewPartner } from './crew-partner.ts';
import { placeIndex, type PlaceIndex } from './place-index.ts';
import { planWishes, type PlanWishes } from './plan-wishes.ts';
import type {
  PartPickup,
  PickupSource,
  Problem,
  ProblemBlock,
  ProblemBreak,
  ProblemShift,
  ProblemStop,
  ProblemTechnician,
  Seconds,
} from './problem.ts';
import { stopOf, type Timeline } from './stop-of-appointment.ts';
import { valueByUrgency } from './value-by-urgency.ts';

export interface PlanningTechnician {
  readonly technician: Technician;
  readonly shifts: readonly InstantSpan[];
  /** What his guard of the day holds, with the place where it is known. */
  readonly taken: readonly (TakenInterval & { readonly location?: Position | undefined })[];
  readonly latest?: LatestPosition | undefined;
  /** Quantity by part id. */
  readonly vanStock: ReadonlyMap<string, number>;
}

/** Where parts can be fetched on the way. */
export interface PlanningSource {
  readonly source: PickupSource;
  /** Absent: at any time. */
  readonly open?: InstantSpan;
  /** What is free there, by part id. */
  readonly parts: ReadonlyMap<string, number>;
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
  /** Nothing new begins sooner after now; absent: as long as somebody needs to look a proposal over. */
  readonly reviewSeconds?: number;
  /** What the company wishes beside short ways and kept promises; absent: nothing but that plans change little. */
  readonly preferences?: PlanPreferences | undefined;
  /** By appointment: the only technicians who may have it. */
  readonly onlyBy?: ReadonlyMap<string, readonly string[]>;
  /** Of which incomplete crews the missing are sought; absent: of none. */
  readonly completes?: 'all' | readonly string[];
  /** By appointment: whom the customer's contracts prefer and forbid; who has it already keeps it. */
  readonly named?: ReadonlyMap<string, NamedForStop>;
  readonly sources?: readonly PlanningSource[];
}

interface NamedForStop {
  readonly preferred: readonly string[];
  readonly forbidden: readonly string[];
}

/** A day as a problem whose ways are not known yet: row by row the places that they are wanted between. */
export interface DayWithoutWays {
  readonly problem: Omit<Problem, 'matrix'>;
  readonly positions: readonly Position[];
}

const usualBacklogLimit = 1500;
const urgency = ['emergency', 'high', 'normal', 'low'] as const;
/** Whoever looks a proposal over and accepts it needs this long. */
const usualReviewSeconds = 600;
const finished: readonly string[] = ['completed', 'cannot-complete', 'cancelled'];

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
    ({ status, assignments }) => !finished.includes(status) && known.has(assignments[0]?.technicianId ?? ''),
  );
  const waiting = [...planning.backlog].sort(byUrgency);
  const onDay = new Map(planning.appointments.map((one) => [one.id, one]));
  const wishes = planning.preferences && planWishes(planning.preferences);
  const knownDay: KnownDay = { ...planning, onDay, wishes };
  const technicians = planning.technicians.map((one) => technicianOf(knownDay, one, timeline, places));
  const considered = [...standing, ...waiting.slice(0, backlogLimit)];
  const stops = considered.flatMap((appointment): ProblemStop[] => {
    const only = planning.onlyBy?.get(appointment.id);
    const named = namedFor(appointment, planning.named?.get(appointment.id));
    const base = { ...stopOf(appointment, timeline, places, wishes?.changeCost), ...named };
    const stop = only === undefined ? base : { ...base, allowedTechnicianIds: only };
    const partner = isToComplete(planning, appointment) ? crewPartner(appointment, stop, only) : undefined;
    return partner ? [stop, partner] : [stop];
  });
  const leftOut = Math.max(0, waiting.length - backlogLimit);
  const partPickups = partPickupsOf(planning.sources ?? [], timeline, places);
  const problem = {
    ...{ startAt, technicians, stops, leftOut },
    ...(partPickups.length > 0 && { partPickups }),
    ...(wishes && { preferences: wishes.preferences }),
  };
  return { problem, positions: places.positions };
};

const isToComplete = ({ completes = [] }: Pick<PlanningDay, 'completes'>, { id }: Appointment): boolean =>
  completes === 'all' || completes.includes(id);

/** From the counter to the van. */
const pickupSeconds = 600;

const partPickupsOf = (sources: readonly PlanningSource[], { at }: Timeline, places: PlaceIndex): PartPickup[] =>
  sources.flatMap(({ source, open, parts }) =>
    [...parts].map(([partId, quantity]) => ({
      partId,
      place: places.indexOf(source.place.location),
      quantity,
      durationSeconds: pickupSeconds,
      ...(open && { open: { from: at(open.from), to: at(open.to) } }),
      source,
    })),
  );

/** Anybody but a preferred technician must save half an hour of driving. */
const otherTechnicianCost = 1800;

const namedFor = (
  { assignments }: Appointment,
  named: NamedForStop | undefined,
): Pick<ProblemStop, 'forbiddenTechnicianIds' | 'preferredTechnicianIds' | 'otherTechnicianCost'> => {
  const { preferred = [], forbidden = [] } = named ?? {};
  const others = forbidden.filter((id) => !assignments.some(({ technicianId }) => technicianId === id));
  return {
    ...(others.length > 0 && { forbiddenTechnicianIds: others }),
    ...(preferred.length > 0 && { preferredTechnicianIds: preferred, otherTechnicianCost }),
  };
};

const byUrgency = (a: Appointment, b: Appointment): number =>
  urgency.indexOf(a.priority) - urgency.indexOf(b.priority) ||
  Date.parse(a.dueBy) - Date.parse(b.dueBy) ||
  (a.id < b.id ? -1 : 1);

/** With the board of the day by id. */
interface KnownDay extends Omit<PlanningDay, 'travel'> {
  readonly onDay: ReadonlyMap<string, Appointment>;
  readonly wishes: PlanWishes | undefined;
}

const technicianOf = (
  planning: KnownDay,
  one: PlanningTechnician,
  timeline: Timeline,
  places: PlaceIndex,
): ProblemTechnician => {
  const { technician, vanStock } = one;
  const { rates, overtimeSeconds = 0 } = planning.wishes ?? {};
  const shifts = shiftsOf(one.shifts, timeline, overtimeSeconds);
  const availableFrom = Math.max(
    timeline.at(planning.now) + (planning.reviewSeconds ?? usualReviewSeconds),
    shifts[0]?.from ?? 0,
  );
  const breakRule = breakOf(planning, one, timeline, availableFrom);
  const held = technician.skills.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= planning.day);
  return {
    id: technician.id,
    territoryIds: technician.territoryIds,
    shifts,
    availableFrom,
    startPlace: places.indexOf(originOf(planning, one).location),
    blocks: blocksOf(planning, one, timeline, places, availableFrom),
    ...(breakRule && { breakRule }),
    ...(rates && { rates }),
    skills: held.map(({ skillId, level }) => ({ skillId, level })),
    expiredSkillIds: technician.skills.filter((skill) => !held.includes(skill)).map(({ skillId }) => skillId),
    vanStock,
  };
};

/** Overtime ends where the next shift begins. */
const shiftsOf = (spans: readonly InstantSpan[], { at }: Timeline, overtimeSeconds: number): ProblemShift[] =>
  spans.map(({ from, to }, index) => {
    const next = spans[index + 1];
    const until = Math.min(at(to) + overtimeSeconds, next ? at(next.from) : Infinity);
    return { from: at(from), to: at(to), ...(until > at(to) && { overtimeUntil: until }) };
  });

/** An older position does not say where he is now. */
const freshSeconds = 600;

/** Where he comes from: on a running day where he was seen, else where he was last, else where his day starts. */
export const originOf = (
  { now }: Pick<PlanningDay, 'now'>,
  { technician, shifts, latest, taken }: PlanningTechnician,
): { readonly location: Position; readonly from: 'live-position' | 'stop-before' | 'start-place' } => {
  const start = shifts[0]?.from;
  const home = { location: technician.startPlace.location, from: 'start-place' } as const;
  if (start === undefined || secondsBetween(now, start) > 0) return home;
  if (latest && secondsBetween(latest.fix.at, now) <= freshSeconds)
    return { location: latest.fix.location, from: 'live-position' };
  const at = Date.parse(now);
  let last: { readonly to: number; readonly location: Position } | undefined;
  for (const { to, location } of taken) {
    const ended = Date.parse(to);
    if (location && ended <= at && (!last || ended > last.to)) last = { to: ended, location };
  }
  return last ? { location: last.location, from: 'stop-before' } : home;
};

/** What takes his time and is no stop of the problem: absences, other territories, and being one of a crew. */
const blocksOf = (
  { onDay }: KnownDay,
  { technician, taken }: PlanningTechnician,
  timeline: Timeline,
  places: PlaceIndex,
  availableFrom: Seconds,
): ProblemBlock[] => {
  const isStop = ({ kind, id }: TakenInterval): boolean => {
    const appointment = onDay.get(id);
    if (!appointment || (kind === 'pickup' && !finished.includes(appointment.status))) return false;
    return finished.includes(appointment.status) || appointment.assignments[0]?.technicianId === technician.id;
  };
  return taken
    .filter((one) => !isStop(one) && timeline.at(one.to) > availableFrom)
    .map(({ from, to, location }) => ({
      from: timeline.at(from),
      to: timeline.at(to),
      ...(location && { place: places.indexOf(location) }),
    }));
};

/** His break, where a shift has room for it and its time has not gone by. */
const breakOf = (
  { day, territory }: Pick<PlanningDay, 'day' | 'territory'>,
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
