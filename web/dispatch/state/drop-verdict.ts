import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { TakenInterval } from '../../../shared/model/technician-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import { checkAssignment, type AssignmentRefusal, type SoftReason } from '../../../shared/rules/assignment.ts';
import type { LinkedWork } from '../../../shared/rules/linked-work.ts';
import { pickupTime } from './pickup-time.ts';
import { isSoftRule } from './soft-rules.ts';
import type { KnownWays } from './ways.ts';

export interface DropQuestion {
  readonly appointment: Appointment;
  /** Of work over several days: what stands before and after it. */
  readonly linked?: LinkedWork;
  readonly technician: Technician;
  readonly timeZone: string;
  /** The technician's appointments of the day. */
  readonly appointments: readonly Appointment[];
  /** What else takes his time. */
  readonly taken: readonly TakenInterval[];
  /** Undefined while it is not known: then the server decides about parts. */
  readonly vanStock?: ReadonlyMap<string, number> | undefined;
  /** Whom the contracts of its customer prefer, as far as that is known here. */
  readonly preferred?: readonly Pick<Technician, 'id' | 'name'>[];
  readonly plannedStartAt: string;
  readonly now: string;
  readonly skillNames: ReadonlyMap<string, string>;
  readonly travel: KnownWays;
}

export type DropVerdict =
  /** It works; `strain` says what the day would suffer nevertheless. */
  | {
      readonly kind: 'keeps';
      readonly addedTravelSeconds: number;
      /** Reckoned by the straight line, for want of better. */
      readonly isEstimate: boolean;
      readonly plannedEndAt: string;
      readonly strain?: DayStrain | undefined;
    }
  /** A soft rule breaks: may be done knowingly. */
  | {
      readonly kind: 'breaks';
      readonly addedTravelSeconds: number;
      /** Reckoned by the straight line, for want of better. */
      readonly isEstimate: boolean;
      readonly plannedEndAt: string;
      readonly reason: SoftReason;
      readonly values: Readonly<Record<string, string | number>>;
      /** Every soft rule that breaks, the one above first. */
      readonly broken: readonly BrokenRule[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: AssignmentRefusal['reason'];
      readonly values: Readonly<Record<string, string | number>>;
    };

export interface BrokenRule {
  readonly reason: SoftReason;
  readonly values: Readonly<Record<string, string | number>>;
}

/** too-short: not time enough to get here. delays-next: the next stop would begin late. others-preferred: by the customer's contract. */
export type DayStrain =
  | { readonly kind: 'too-short'; readonly missingSeconds: number }
  | { readonly kind: 'delays-next'; readonly next: Appointment; readonly bySeconds: number }
  | { readonly kind: 'others-preferred'; readonly names: readonly string[] };

/** What the rule of the server would say to a drop here, and what it does to the technician's driving. */
export const dropVerdict = (question: DropQuestion): DropVerdict => {
  const { appointment } = question;
  const broken: BrokenRule[] = [];
  const guards = [guardOf(question)];
  for (;;) {
    const checked = checkAssignment({
      ...question,
      territory: question,
      homeZone: question.timeZone,
      technicianDays: guards,
      vanStock: question.vanStock ?? enoughOf(appointment),
      despite: broken.map(({ reason }) => reason),
    });
    if (checked.ok) break;
    const { reason, values = {} } = checked;
    if (!isSoftRule(reason) || broken.some((one) => one.reason === reason)) return { kind: 'refused', reason, values };
    broken.push({ reason, values });
  }
  const plannedEndAt = addSeconds(question.plannedStartAt, appointment.durationSeconds);
  const { addedTravelSeconds, isEstimate, strain } = travelOf(question, plannedEndAt);
  const [first] = broken;
  return first
    ? { kind: 'breaks', addedTravelSeconds, isEstimate, plannedEndAt, ...first, broken }
    : { kind: 'keeps', addedTravelSeconds, isEstimate, plannedEndAt, strain: strain ?? othersPreferred(question) };
};

const othersPreferred = ({ technician, preferred = [] }: DropQuestion): DayStrain | undefined =>
  preferred.length === 0 || preferred.some(({ id }) => id === technician.id)
    ? undefined
    : { kind: 'others-preferred', names: preferred.map(({ name }) => name) };

const enoughOf = ({ partRequirements }: Appointment): ReadonlyMap<string, number> =>
  new Map(partRequirements.map(({ partId, quantity }) => [partId, quantity]));

const spanOf = (appointment: Appointment, technicianId: string) =>
  appointment.assignments.find((one) => one.technicianId === technicianId);

const guardOf = ({ technician, appointments, taken, plannedStartAt, timeZone }: DropQuestion) => ({
  technicianId: technician.id,
  day: dayOf(plannedStartAt, timeZone),
  version: 0,
  intervals: [
    ...taken,
    ...appointments.flatMap((one): TakenInterval[] => {
      const span = spanOf(one, technician.id);
      return span ? [{ kind: 'appointment', id: one.id, from: span.plannedStartAt, to: span.plannedEndAt }] : [];
    }),
    ...appointments.flatMap((one) => pickupTime(one, technician.id)),
  ],
});

interface Stop {
  readonly appointment: Appointment;
  readonly startMs: number;
  readonly endMs: number;
}

/** Driving that a technician's day gains by a stop: to it and on to the next, less the direct way. */
export const detourSeconds = (question: DayQuestion): number =>
  travelOf(question, question.plannedStartAt).addedTravelSeconds;

type DayQuestion = Pick<DropQuestion, 'appointment' | 'appointments' | 'technician' | 'travel' | 'plannedStartAt'>;

const travelOf = (question: DayQuestion, plannedEndAt: string) => {
  const { appointment, technician, travel, plannedStartAt } = question;
  const start = Date.parse(plannedStartAt);
  const end = Date.parse(plannedEndAt);
  const stops = stopsOf(question);
  const before = stops.findLast((stop) => stop.startMs < start);
  const next = stops.find((stop) => stop.startMs >= start);
  const here = appointment.place.location;
  const origin = before?.appointment.place.location ?? technician.startPlace.location;
  const onward = next?.appointment.place.location ?? technician.startPlace.location;
  const legs = [travel.travel(origin, here), travel.travel(here, onward), travel.travel(origin, onward)] as const;
  const [toHere, toNext, direct] = [legs[0].seconds, legs[1].seconds, legs[2].seconds];
  const missing = before ? toHere - (start - before.endMs) / 1000 : 0;
  const late = next ? toNext - (next.startMs - end) / 1000 : 0;
  const strain: DayStrain | undefined =
    missing > 60
      ? { kind: 'too-short', missingSeconds: missing }
      : next && late > 60
        ? { kind: 'delays-next', next: next.appointment, bySeconds: late }
        : undefined;
  const isEstimate = legs.some((leg) => leg.isEstimate);
  return { addedTravelSeconds: toHere + toNext - direct, isEstimate, strain };
};

const stopsOf = ({ appointment, appointments, technician }: DayQuestion): Stop[] =>
  appointments
    .filter((one) => one.id !== appointment.id)
    .flatMap((one): Stop[] => {
      const span = spanOf(one, technician.id);
      if (!span) return [];
      return [{ appointment: one, startMs: Date.parse(span.plannedStartAt), endMs: Date.parse(span.plannedEndAt) }];
    })
    .sort((a, b) => a.startMs - b.startMs);
