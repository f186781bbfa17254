import type { Appointment } from '../model/appointment.ts';
import type { CandidatePlace } from '../model/candidate-place.ts';
import type { ExclusionReason } from '../model/plan.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { PlanPreferences } from '../model/plan-preferences.ts';
import type { Technician } from '../model/technician.ts';
import type { Day, Instant, InstantSpan } from '../model/time.ts';
import { scoreOf, type ScorePart } from './candidate-score.ts';
import { ineligibilityOf, type Ineligibility } from './eligibility.ts';
import { missingParts } from './missing-parts.ts';

export interface RankingQuestion {
  readonly appointment: Appointment;
  readonly technicians: readonly Technician[];
  /** By technician id: the best place in his day as the insertion service found it, or the rule that leaves none; absent: no shift. */
  readonly places: ReadonlyMap<string, CandidatePlace | ExclusionReason>;
  /** By technician id. */
  readonly days: ReadonlyMap<string, CandidateDay>;
  /** By technician id: quantity on the van by part id. */
  readonly stock: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By skill id. */
  readonly skillNames?: ReadonlyMap<string, string> | undefined;
  /** In the zone of the appointment's territory. */
  readonly day: Day;
  readonly now: Instant;
  /** How much evenness and few changes count; absent: the usual. */
  readonly preferences?: Pick<PlanPreferences, 'fairness' | 'stability'>;
  /** Whom the customer's contracts prefer; absent or empty: nobody. */
  readonly preferredIds?: readonly string[] | undefined;
  /** By technician whom one of them forbids: its clause. */
  readonly forbiddenBy?: ReadonlyMap<string, string> | undefined;
}

/** How full a technician's day is. */
export interface CandidateDay {
  readonly shifts: readonly InstantSpan[];
  readonly taken: readonly TakenInterval[];
}

export interface RankedCandidate extends CandidatePlace {
  technicianId: string;
  score: number;
  parts: ScorePart[];
  missingPartIds: string[];
}

export interface ExcludedTechnician extends Ineligibility {
  technicianId: string;
}

export interface Ranking {
  candidates: RankedCandidate[];
  excluded: ExcludedTechnician[];
}

const noDay: CandidateDay = { shifts: [], taken: [] };
const noStock: ReadonlyMap<string, number> = new Map();

/**
 * Who could take the appointment on the day, best first, each at the best place in his day; and for everyone else the rule
 * that excludes him. Whoever would be late is offered after all who would not. Equal scores stand in order of id.
 */
export const rankCandidates = (question: RankingQuestion): Ranking => {
  const ranking: Ranking = { candidates: [], excluded: [] };
  for (const technician of question.technicians) {
    const judged = judge(question, technician);
    if ('reason' in judged) ranking.excluded.push({ technicianId: technician.id, ...judged });
    else ranking.candidates.push(judged);
  }
  ranking.candidates.sort(byMerit);
  return ranking;
};

const byMerit = (a: RankedCandidate, b: RankedCandidate): number =>
  Number(a.lateBySeconds > 0) - Number(b.lateBySeconds > 0) ||
  b.score - a.score ||
  (a.technicianId < b.technicianId ? -1 : 1);

const judge = (question: RankingQuestion, technician: Technician): RankedCandidate | Ineligibility => {
  const { appointment, places, days, stock } = question;
  const ineligible = ineligibilityOf({ ...question, technician });
  if (ineligible) return ineligible;
  const place = places.get(technician.id) ?? 'off-shift';
  if (typeof place === 'string') return noPlaceFor(place, question.forbiddenBy?.get(technician.id));
  const missing = missingParts(appointment.partRequirements, stock.get(technician.id) ?? noStock);
  const day = days.get(technician.id) ?? noDay;
  const isPreferred = question.preferredIds?.length ? question.preferredIds.includes(technician.id) : undefined;
  const { score, parts } = scoreOf({ ...question, technician, day, place, missing: missing.length, isPreferred });
  return { technicianId: technician.id, score, parts, ...place, missingPartIds: missing.map(({ partId }) => partId) };
};

const noPlaceFor = (reason: ExclusionReason, clause: string | undefined): Ineligibility => ({
  reason,
  fact: noPlace[reason] ?? 'no place in his day',
  ...(reason === 'technician-not-allowed' && clause !== undefined && { values: { clause } }),
});

const noPlace: Partial<Record<ExclusionReason, string>> = {
  'off-shift': 'no shift, or it is over',
  absent: 'absent on this day',
  'no-free-time': 'no free time that is long enough',
  'technician-not-allowed': 'the customer’s contract forbids him',
};
