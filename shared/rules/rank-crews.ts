import type { CandidatePlace } from '../model/candidate-place.ts';
import type { Instant } from '../model/time.ts';
import { rankCandidates, type RankedCandidate, type RankingQuestion } from './candidate-ranking.ts';
import { missingParts } from './missing-parts.ts';

/** Technicians who could meet at an appointment, each with his own score. */
export interface RankedCrew {
  plannedStartAt: Instant;
  plannedEndAt: Instant;
  /** The mean of its members'. */
  score: number;
  members: RankedCandidate[];
}

/** Crews by merit: those in time before those who are late, then by score. Parts are needed once, by whoever has most of them. */
export const rankCrews = (
  question: RankingQuestion,
  crews: readonly ReadonlyMap<string, CandidatePlace>[],
): RankedCrew[] =>
  crews
    .flatMap((places) => rankedCrew(question, places) ?? [])
    .sort((a, b) => lateOf(a) - lateOf(b) || b.score - a.score);

const rankedCrew = (question: RankingQuestion, places: ReadonlyMap<string, CandidatePlace>): RankedCrew | undefined => {
  const technicians = question.technicians.filter(({ id }) => places.has(id));
  const stock = sharedStock(question, [...places.keys()]);
  const { candidates: members } = rankCandidates({ ...question, technicians, places, stock });
  const [first] = members;
  if (!first || members.length < places.size) return undefined;
  const score = members.reduce((sum, one) => sum + one.score, 0) / members.length;
  return { plannedStartAt: first.plannedStartAt, plannedEndAt: first.plannedEndAt, score, members };
};

/** What the best supplied of them has on his van counts for all. */
const sharedStock = ({ appointment, stock }: RankingQuestion, ids: readonly string[]): RankingQuestion['stock'] => {
  const vans = ids.map((id) => stock.get(id) ?? new Map<string, number>());
  const missing = (van: ReadonlyMap<string, number>) => missingParts(appointment.partRequirements, van).length;
  const [best = new Map<string, number>()] = vans.toSorted((a, b) => missing(a) - missing(b));
  return new Map(ids.map((id) => [id, best]));
};

const lateOf = ({ members }: RankedCrew): number => (members.some(({ lateBySeconds }) => lateBySeconds > 0) ? 1 : 0);
