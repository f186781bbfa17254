import { instantOf } from '../geo/zoned-time.ts';
import type { Appointment } from '../model/appointment.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { InstantSpan } from '../model/time.ts';
import { isFinished } from './is-finished.ts';
import { originOf } from './origin-of.ts';
import type { PlaceIndex } from './place-index.ts';
import type { PlanWishes } from './plan-wishes.ts';
import type { PlanningDay, PlanningTechnician } from './planning-day.ts';
import type { ProblemBlock, ProblemBreak, ProblemShift, ProblemTechnician, Seconds } from './problem.ts';
import type { Timeline } from './stop-of-appointment.ts';

/** A technician as the planner sees him: when he works, whence he comes, what takes his time. */
export const technicianOfDay = (
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

/** With the board of the day by id. */
export interface KnownDay extends Omit<PlanningDay, 'travel'> {
  readonly onDay: ReadonlyMap<string, Appointment>;
  readonly wishes: PlanWishes | undefined;
}

/** Whoever looks a proposal over and accepts it needs this long. */
const usualReviewSeconds = 600;

/** Overtime ends where the next shift begins. */
const shiftsOf = (spans: readonly InstantSpan[], { at }: Timeline, overtimeSeconds: number): ProblemShift[] =>
  spans.map(({ from, to }, index) => {
    const next = spans[index + 1];
    const until = Math.min(at(to) + overtimeSeconds, next ? at(next.from) : Infinity);
    return { from: at(from), to: at(to), ...(until > at(to) && { overtimeUntil: until }) };
  });

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
    if (!appointment || (kind === 'pickup' && !isFinished(appointment))) return false;
    return isFinished(appointment) || appointment.assignments[0]?.technicianId === technician.id;
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
