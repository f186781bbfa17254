import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CandidatePlace } from '../model/candidate-place.ts';
import { usualPlanPreferences, type PlanPreferences, type PlanWeight } from '../model/plan-preferences.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

/** One part of a score: its points and the fact behind it, in English and as values for other languages. */
export interface ScorePart {
  name: 'travel' | 'skill' | 'promise' | 'others' | 'parts' | 'workload' | 'contract';
  points: number;
  /** The most that this part can give. */
  most: number;
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
  readonly preferences?: Pick<PlanPreferences, 'fairness' | 'stability'> | undefined;
  /** Whether the customer's contract prefers him; absent: it prefers nobody. */
  readonly isPreferred?: boolean | undefined;
}

/** What the parts weigh as usual, together 100: the promise most, then the driving; the rest decides between equals. */
const usual = { promise: 40, travel: 25, others: 10, skill: 10, parts: 10, workload: 5 } as const;
/** As much as half an hour of driving more costs of the travel points. */
const preferredByContract = 16;
/** Disturbing others and an uneven load weigh as the company wishes it; the usual wishes give the usual weights. */
const disturbing: Readonly<Record<PlanWeight, number>> = { off: 0, little: 5, normal: 10, much: 25 };
const uneven: Readonly<Record<PlanWeight, number>> = { off: 0, little: 5, normal: 12, much: 30 };

type Most = Readonly<Record<ScorePart['name'], number>>;

/** Most points of each part; together 100 whatever is wished. */
const mostOf = ({ preferences = usualPlanPreferences, isPreferred }: ScoreQuestion): Most => {
  const { fairness, stability } = preferences;
  const contract = isPreferred === undefined ? 0 : preferredByContract;
  const weights = { ...usual, others: disturbing[stability], workload: uneven[fairness], contract };
  const scale = 100 / Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const of = (name: ScorePart['name']) => weights[name] * scale;
  return {
    promise: of('promise'),
    travel: of('travel'),
    others: of('others'),
    skill: of('skill'),
    parts: of('parts'),
    workload: of('workload'),
    contract: of('contract'),
  };
};

/** Added driving that costs about two thirds of the travel points. */
const travelScaleSeconds = 1800;
/** So late that the promise earns nothing any more. */
const hopelesslyLateSeconds = 4 * 3600;

/** How good an offer is, from 0 to 100, as the sum of its named parts. */
export const scoreOf = (question: ScoreQuestion): { score: number; parts: ScorePart[] } => {
  const most = mostOf(question);
  const named = question.isPreferred === undefined ? [] : [contract];
  const parts = [promise, travel, others, skill, vanParts, workload, ...named].map((partOf) => partOf(question, most));
  return { score: tenths(parts.reduce((total, { points }) => total + points, 0)), parts };
};

const tenths = (points: number): number => Math.round(points * 10) / 10;
const minutes = (seconds: number): number => Math.round(seconds / 60);

interface Facts {
  /** Between 0 and 1, below 0 where it does harm. */
  readonly share: number;
  readonly fact: string;
  readonly values: ScorePart['values'];
}

const part = (name: ScorePart['name'], most: Most, { share, fact, values }: Facts): ScorePart => ({
  name,
  points: tenths(share * most[name]),
  most: tenths(most[name]),
  fact,
  values,
});

/** Kept: three quarters or more, the sooner it is done within the time that is left. Late: at most a quarter. */
const promise = ({ appointment, place, now }: ScoreQuestion, most: Most): ScorePart => {
  const { lateBySeconds } = place;
  if (lateBySeconds > 0) {
    const lateMinutes = minutes(lateBySeconds);
    const share = 0.25 * Math.max(0, 1 - lateBySeconds / hopelesslyLateSeconds);
    return part('promise', most, { share, fact: `${lateMinutes} min late`, values: { lateMinutes } });
  }
  const spareSeconds = secondsBetween(place.plannedEndAt, appointment.dueBy);
  const leftSeconds = Math.max(1, secondsBetween(now, appointment.dueBy));
  const share = 0.75 + 0.25 * Math.min(1, Math.max(0, spareSeconds / leftSeconds));
  const spareMinutes = minutes(spareSeconds);
  return part('promise', most, { share, fact: `done ${spareMinutes} min before it is due`, values: { spareMinutes } });
};

const fromWords = {
  'live-position': 'where he is now',
  'stop-before': 'the stop before',
  'start-place': 'where his day starts',
} as const;

const travel = ({ place }: ScoreQuestion, most: Most): ScorePart => {
  const share = Math.exp(-Math.max(0, place.addedTravelSeconds) / travelScaleSeconds);
  const values = {
    travelMinutes: minutes(place.travelSeconds),
    addedMinutes: minutes(place.addedTravelSeconds),
    travelMetres: place.travelMetres,
    from: place.from,
  };
  const fact = `${values.travelMinutes} min from ${fromWords[place.from]}, adds ${values.addedMinutes} min of driving`;
  return part('travel', most, { share, fact, values });
};

/** Everyone who must wait for it costs a quarter of the points, a broken promise all of them and more. */
const others = ({ place: { moves } }: ScoreQuestion, most: Most): ScorePart => {
  const broken = moves.filter(({ breaksPromise }) => breaksPromise).length;
  const share = broken > 0 ? -broken : Math.max(0, 1 - moves.length / 4);
  const kept = moves.length === 0 ? 'nobody else has to move' : `${moves.length} others begin later, as promised`;
  const fact = broken > 0 ? `breaks ${broken} promises to others` : kept;
  return part('others', most, { share, fact, values: { moved: moves.length, broken } });
};

/** Who can just do it is preferred, so that the experts stay free. */
const skill = ({ appointment, technician }: ScoreQuestion, most: Most): ScorePart => {
  const surpluses = appointment.skillRequirements.map(
    ({ skillId, level }) =>
      Math.max(...technician.skills.filter((held) => held.skillId === skillId).map((held) => held.level)) - level,
  );
  const surplus = Math.max(0, ...surpluses);
  const fact = surplus === 0 ? 'has the level that is needed' : `${surplus} levels above what is needed`;
  return part('skill', most, { share: 1 - surplus / 4, fact, values: { surplus } });
};

const vanParts = ({ appointment, missing }: ScoreQuestion, most: Most): ScorePart => {
  const required = appointment.partRequirements.length;
  const present = required - missing;
  const fact = required === 0 ? 'no parts needed' : `${present} of ${required} parts on the van`;
  return part('parts', most, { share: required === 0 ? 1 : present / required, fact, values: { present, required } });
};

const workload = ({ day }: ScoreQuestion, most: Most): ScorePart => {
  const shiftSeconds = lengthOf(day.shifts);
  const takenPercent = shiftSeconds > 0 ? Math.min(100, Math.round((100 * lengthOf(day.taken)) / shiftSeconds)) : 100;
  const fact = `${takenPercent} % of the shift taken`;
  return part('workload', most, { share: 1 - takenPercent / 100, fact, values: { takenPercent } });
};

const contract = ({ isPreferred = false }: ScoreQuestion, most: Most): ScorePart => {
  const fact = isPreferred ? 'preferred by the customer’s contract' : 'the customer’s contract prefers others';
  return part('contract', most, { share: Number(isPreferred), fact, values: { preferred: Number(isPreferred) } });
};

const lengthOf = (spans: readonly { readonly from: Instant; readonly to: Instant }[]): number =>
  spans.reduce((total, { from, to }) => total + secondsBetween(from, to), 0);
