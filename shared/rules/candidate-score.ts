import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CandidatePlace } from '../model/candidate-place.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

/** One part of a score: its points and the fact behind it, in English and as values for other languages. */
export interface ScorePart {
  name: 'travel' | 'skill' | 'promise' | 'others' | 'parts' | 'workload';
  points: number;
  fact: string;
  values: Record<string, string | number>;
}

interface ScoreQuestion {
  readonly appointment: Appointment;
  readonly technician: Pick<Technician, 'skills'>;
  readonly day: { readonly shifts: readonly InstantSpan[]; readonly taken: readonly TakenInterval[] };
  readonly place: CandidatePlace;
  /** How many required parts are not on the van. */
  readonly missing: number;
  readonly now: Instant;
}

/** Most points of each part; together 100. The promise weighs most, then the driving; the rest decides between equals. */
const most = { promise: 40, travel: 25, others: 10, skill: 10, parts: 10, workload: 5 } as const;

/** Added driving that costs about two thirds of the travel points. */
const travelScaleSeconds = 1800;
/** So late that the promise earns nothing any more. */
const hopelesslyLateSeconds = 4 * 3600;

/** How good an offer is, from 0 to 100, as the sum of its named parts. */
export const scoreOf = (question: ScoreQuestion): { score: number; parts: ScorePart[] } => {
  const parts = [
    promise(question),
    travel(question),
    others(question),
    skill(question),
    vanParts(question),
    workload(question),
  ];
  return { score: tenths(parts.reduce((total, { points }) => total + points, 0)), parts };
};

const tenths = (points: number): number => Math.round(points * 10) / 10;
const minutes = (seconds: number): number => Math.round(seconds / 60);

const part = (name: ScorePart['name'], points: number, fact: string, values: ScorePart['values']): ScorePart => ({
  name,
  points: tenths(points),
  fact,
  values,
});

/** Kept: 30 to 40, more the sooner it is done within the time that is left. Late: at most 10. */
const promise = ({ appointment, place, now }: ScoreQuestion): ScorePart => {
  const { lateBySeconds } = place;
  if (lateBySeconds > 0) {
    const points = 10 * Math.max(0, 1 - lateBySeconds / hopelesslyLateSeconds);
    return part('promise', points, `${minutes(lateBySeconds)} min late`, { lateMinutes: minutes(lateBySeconds) });
  }
  const spareSeconds = secondsBetween(place.plannedEndAt, appointment.dueBy);
  const leftSeconds = Math.max(1, secondsBetween(now, appointment.dueBy));
  const points = most.promise - 10 + 10 * Math.min(1, Math.max(0, spareSeconds / leftSeconds));
  return part('promise', points, `done ${minutes(spareSeconds)} min before it is due`, {
    spareMinutes: minutes(spareSeconds),
  });
};

const fromWords = {
  'live-position': 'where he is now',
  'stop-before': 'the stop before',
  'start-place': 'where his day starts',
} as const;

const travel = ({ place }: ScoreQuestion): ScorePart => {
  const points = most.travel * Math.exp(-Math.max(0, place.addedTravelSeconds) / travelScaleSeconds);
  const values = {
    travelMinutes: minutes(place.travelSeconds),
    addedMinutes: minutes(place.addedTravelSeconds),
    travelMetres: place.travelMetres,
    from: place.from,
  };
  const fact = `${values.travelMinutes} min from ${fromWords[place.from]}, adds ${values.addedMinutes} min of driving`;
  return part('travel', points, fact, values);
};

/** Everyone who must wait for it costs a quarter of the points, a broken promise all of them and more. */
const others = ({ place: { moves } }: ScoreQuestion): ScorePart => {
  const broken = moves.filter(({ breaksPromise }) => breaksPromise).length;
  const points = broken > 0 ? -most.others * broken : most.others * Math.max(0, 1 - moves.length / 4);
  const kept = moves.length === 0 ? 'nobody else has to move' : `${moves.length} others begin later, as promised`;
  const fact = broken > 0 ? `breaks ${broken} promises to others` : kept;
  return part('others', points, fact, { moved: moves.length, broken });
};

/** Who can just do it is preferred, so that the experts stay free. */
const skill = ({ appointment, technician }: ScoreQuestion): ScorePart => {
  const surpluses = appointment.skillRequirements.map(
    ({ skillId, level }) =>
      Math.max(...technician.skills.filter((held) => held.skillId === skillId).map((held) => held.level)) - level,
  );
  const surplus = Math.max(0, ...surpluses);
  const fact = surplus === 0 ? 'has the level that is needed' : `${surplus} levels above what is needed`;
  return part('skill', most.skill * (1 - surplus / 4), fact, { surplus });
};

const vanParts = ({ appointment, missing }: ScoreQuestion): ScorePart => {
  const required = appointment.partRequirements.length;
  const present = required - missing;
  const fact = required === 0 ? 'no parts needed' : `${present} of ${required} parts on the van`;
  return part('parts', required === 0 ? most.parts : (most.parts * present) / required, fact, { present, required });
};

const workload = ({ day }: ScoreQuestion): ScorePart => {
  const shiftSeconds = lengthOf(day.shifts);
  const takenPercent = shiftSeconds > 0 ? Math.min(100, Math.round((100 * lengthOf(day.taken)) / shiftSeconds)) : 100;
  return part('workload', most.workload * (1 - takenPercent / 100), `${takenPercent} % of the shift taken`, {
    takenPercent,
  });
};

const lengthOf = (spans: readonly { readonly from: Instant; readonly to: Instant }[]): number =>
  spans.reduce((total, { from, to }) => total + secondsBetween(from, to), 0);
