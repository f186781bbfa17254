import { addSeconds, secondsBetween } from '../../geo/instant-arithmetic.ts';
import type { Appointment } from '../../model/appointment.ts';
import type { CandidatePlace } from '../../model/candidate-place.ts';
import type { PlanChange } from '../../model/plan.ts';
import type { Priority } from '../../model/priority.ts';
import { changesFor } from '../explain/changes-for.ts';
import { crewChanges, lastOne } from '../explain/crew-changes.ts';
import { planChangeOf } from '../plan-change.ts';
import { originOf } from '../origin-of.ts';
import type { ProblemStop } from '../problem.ts';
import { beginningAt, crewOffers } from './crew-offers.ts';
import { insertionDay, type InsertionDay, type InsertionQuestion } from './insertion-day.ts';
import { rankInsertions, type InsertionOffer } from './rank-insertions.ts';
import type { BindingRule } from './technician-rule.ts';
import { yielding } from './yielding.ts';

/** Where each technician could have an appointment, or the rule that keeps it from him. */
export interface CandidatePlaces {
  readonly places: ReadonlyMap<string, CandidatePlace | BindingRule>;
  /** Of a crew of whom nobody is there yet: sets who can meet, the best first. */
  readonly crews: readonly CrewPlace[];
  /** What would let it in, should nobody do as it is; worked out when asked for. */
  readonly changes: () => PlanChange[];
}

/** By technician id: where each of a crew has it in his day, all at one moment. */
export type CrewPlace = ReadonlyMap<string, CandidatePlace>;

/** What people compare. */
const mostCrews = 5;

/** Seconds of driving that a second of earlier help is worth. */
const hurry: Readonly<Record<Priority, number>> = { emergency: 1, high: 0.2, normal: 0.05, low: 0 };
/** Being in time comes before any way, however short. */
const latenessPerSecond = 1000;

/**
 * The best place in everybody's day. People assign knowingly against time and parts, so both only make an offer worse here;
 * an emergency may push others beyond what was promised to them, nothing else may. Whoever is to join a crew comes when it is there.
 */
export const candidatePlaces = (question: InsertionQuestion): CandidatePlaces => {
  const day = insertionDay(question);
  const { priority } = question.appointment;
  const timelines = priority === 'emergency' ? yielding(day.timelines) : day.timelines;
  const rules = { ...day.rules, perSecondLater: hurry[priority] };
  const wanted = joining(day, question.appointment);
  const { offers, excluded } = rankInsertions(timelines, wanted, rules);
  const asked = new Map(question.technicians.map((one) => [one.technician.id, one]));
  const originFrom = (id: string): CandidatePlace['from'] => {
    const one = asked.get(id);
    return one ? originOf(question, one).from : 'start-place';
  };
  const places = new Map<string, CandidatePlace | BindingRule>([
    ...offers.map((offer) => [offer.technicianId, placeOf(day, offer, originFrom)] as const),
    ...excluded.map(({ technicianId, rule }) => [technicianId, rule] as const),
  ]);
  const size = question.appointment.assignments.length === 0 ? (day.stop.crewSize ?? 1) : 1;
  const crews = size > 1 ? crewOffers(timelines, wanted, rules, { size, most: mostCrews }) : [];
  return {
    places,
    crews: crews.map(
      ({ members }) => new Map(members.map((offer) => [offer.technicianId, placeOf(day, offer, originFrom)])),
    ),
    changes: () => changesOf(day, question.appointment),
  };
};

/** Of a crew that is not complete: the stop of one who joins it. */
const joining = ({ problem, stop }: InsertionDay, { assignments }: Appointment): ProblemStop => {
  const lenient = leniently(stop);
  const [first] = assignments;
  if (!first || (stop.crewSize ?? 1) <= assignments.length) return lenient;
  const start = secondsBetween(problem.startAt, first.plannedStartAt);
  const there = assignments.map(({ technicianId }) => technicianId);
  const forbiddenTechnicianIds = [...(stop.forbiddenTechnicianIds ?? []), ...there];
  return { ...beginningAt(lenient, start), earliest: Math.min(start, lenient.earliest), forbiddenTechnicianIds };
};

/** A window that is missed counts as lateness, parts are only named. */
const leniently = ({ window, parts: _parts, ...stop }: ProblemStop): ProblemStop => ({
  ...stop,
  parts: [],
  latenessPerSecond,
  earliest: Math.max(stop.earliest, window?.from ?? stop.earliest),
  due: Math.min(stop.due, (window?.to ?? Infinity) + stop.durationSeconds),
});

const placeOf = (
  { problem: { startAt }, stop, leg }: InsertionDay,
  offer: InsertionOffer,
  originFrom: (technicianId: string) => CandidatePlace['from'],
): CandidatePlace => {
  const { timeline, position, start, end, technicianId } = offer;
  const before = timeline.visits.slice(0, position).findLast(({ place }) => place >= 0);
  const { seconds, metres } = leg(before?.place ?? timeline.startPlace, stop.place);
  return {
    plannedStartAt: addSeconds(startAt, start),
    plannedEndAt: addSeconds(startAt, end),
    from: before ? 'stop-before' : originFrom(technicianId),
    travelSeconds: seconds,
    travelMetres: metres,
    addedTravelSeconds: offer.addedTravelSeconds,
    lateBySeconds: offer.lateSeconds,
    ...(offer.overtimeSeconds > 0 && { overtimeSeconds: offer.overtimeSeconds }),
    moves: offer.moved.map(({ stopId, start: at, delaySeconds, breaksPromise }) => ({
      appointmentId: stopId,
      plannedStartAt: addSeconds(startAt, at),
      delaySeconds,
      breaksPromise,
    })),
  };
};

/** Only what brings help in time is worth changing anything for. */
const changesOf = ({ problem, stop, timelines, rules }: InsertionDay, { assignments }: Appointment): PlanChange[] => {
  const search = { stop, timelines, rules };
  const { crewSize = 1 } = stop;
  const there = assignments.map(({ technicianId }) => technicianId);
  const [first] = assignments;
  const start = first && secondsBetween(problem.startAt, first.plannedStartAt);
  const changes =
    crewSize === 1
      ? changesFor(search)
      : start === undefined
        ? crewChanges(search)
        : lastOne(search, stop, start, there);
  return changes.filter(({ effect }) => effect.lateSeconds === 0).map((change) => planChangeOf(problem, change));
};
