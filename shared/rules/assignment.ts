import { addSeconds, isBefore } from '../geo/instant-arithmetic.ts';
import { dayOf, daysTouched } from '../geo/zoned-time.ts';
import type { Appointment } from '../model/appointment.ts';
import { partsFromVan } from '../model/parts-from-van.ts';
import type { Pickup } from '../model/pickup.ts';
import type { TakenInterval, TechnicianDay } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Territory } from '../model/territory.ts';
import type { Day, Instant, InstantSpan } from '../model/time.ts';
import { isPlannable } from './appointment-lifecycle.ts';
import { ineligibilityOf, type Ineligibility } from './eligibility.ts';
import { keptPickups } from './kept-pickups.ts';
import { outOfOrder, type LinkedWork } from './linked-work.ts';
import { missingParts } from './missing-parts.ts';
import { emptyDay, takeInterval, takePickup } from './technician-day.ts';
import { shiftsOn } from './working-time.ts';

/** Rules that a dispatcher may break knowingly. */
export type SoftReason = 'off-shift' | 'after-due-time' | 'part-not-on-van' | 'outside-arrival-window' | 'out-of-order';

export interface AssignmentQuestion {
  readonly appointment: Appointment;
  readonly technician: Technician;
  /** The appointment's territory: its zone names the day of the board. */
  readonly territory: Pick<Territory, 'timeZone'>;
  /** The zone of the technician's home territory: his shifts and the days of the guard are read in it. */
  readonly homeZone: string;
  /** The guards of the days that the work touches (see `guardDaysOf`); a day without one is free. */
  readonly technicianDays: readonly TechnicianDay[];
  /** By part id; empty where he has no van. */
  readonly vanStock: ReadonlyMap<string, number>;
  readonly plannedStartAt: Instant;
  /** What he is to fetch for it on the way; absent: what he fetches already, where that is over by then. */
  readonly pickups?: readonly Pickup[] | undefined;
  readonly now: Instant;
  readonly despite?: readonly SoftReason[] | undefined;
  /** So long after the end of a shift still counts as his shift; absent: not at all. */
  readonly overtimeSeconds?: number | undefined;
  readonly skillNames?: ReadonlyMap<string, string> | undefined;
  /** Of work over several days: what stands before and after it. */
  readonly linked?: LinkedWork | undefined;
}

export type AssignmentRefusal =
  | Ineligibility
  | {
      readonly reason: 'wrong-state' | 'in-the-past' | 'before-earliest-start' | 'double-booking' | 'part-not-there';
      readonly fact: string;
      readonly values?: Record<string, string | number>;
      readonly conflict?: TakenInterval;
    };

export type AssignmentResult =
  | {
      readonly ok: true;
      readonly plannedEndAt: Instant;
      /** The day of the board. */
      readonly day: Day;
      /** The guards with the interval taken, to be written with it. */
      readonly technicianDays: readonly TechnicianDay[];
      readonly pickups: readonly Pickup[];
    }
  | ({ readonly ok: false } & AssignmentRefusal);

/** A click takes a moment: a start so little ago counts as now. */
const pastToleranceSeconds = 300;

const spanOf = ({ appointment, plannedStartAt }: AssignmentQuestion): InstantSpan => ({
  from: plannedStartAt,
  to: addSeconds(plannedStartAt, Math.max(appointment.durationSeconds, 60)),
});

/** The days whose guards must be read and written for work that begins at an instant. */
export const guardDaysOf = (plannedStartAt: Instant, durationSeconds: number, homeZone: string): Day[] =>
  daysTouched({ from: plannedStartAt, to: addSeconds(plannedStartAt, Math.max(durationSeconds, 60)) }, homeZone);

/** Whether the technician may have the appointment at that time: the planned end and the guards to write, or the first rule that forbids it. */
export const checkAssignment = (question: AssignmentQuestion): AssignmentResult => {
  const span = spanOf(question);
  const day = dayOf(question.plannedStartAt, question.territory.timeZone);
  const refusal = timingRefusal(question) ?? ineligibilityOf({ ...question, day });
  if (refusal) return { ok: false, ...refusal };
  const pickups = question.pickups ?? keptPickups(question.appointment, question.technician.id, span.from);
  const taken = takeDays(question, span, pickups);
  if (!taken.ok) return taken;
  const soft = softRefusals(question, span, pickups).find(
    ({ reason }) => !question.despite?.some((one) => one === reason),
  );
  if (soft) return { ok: false, ...soft };
  return { ok: true, plannedEndAt: span.to, day, technicianDays: taken.technicianDays, pickups };
};

const timingRefusal = ({ appointment, plannedStartAt, now }: AssignmentQuestion): AssignmentRefusal | undefined => {
  if (!isPlannable(appointment.status)) {
    return {
      reason: 'wrong-state',
      fact: `it is already ${appointment.status}`,
      values: { status: appointment.status },
    };
  }
  if (isBefore(plannedStartAt, addSeconds(now, -pastToleranceSeconds))) {
    return { reason: 'in-the-past', fact: 'the start lies in the past' };
  }
  if (isBefore(plannedStartAt, appointment.earliestStartAt)) {
    const earliestStartAt = appointment.earliestStartAt;
    return {
      reason: 'before-earliest-start',
      fact: `may not begin before ${earliestStartAt}`,
      values: { earliestStartAt },
    };
  }
  return undefined;
};

type TakenDays =
  | { readonly ok: true; readonly technicianDays: readonly TechnicianDay[] }
  | ({ readonly ok: false } & AssignmentRefusal);

const takeDays = (
  { appointment, technician, technicianDays, homeZone }: AssignmentQuestion,
  span: InstantSpan,
  pickups: readonly Pickup[],
): TakenDays => {
  const interval: TakenInterval = { kind: 'appointment', id: appointment.id, ...span };
  const guards: TechnicianDay[] = [];
  for (const day of daysTouched(span, homeZone)) {
    const guard = technicianDays.find((one) => one.day === day) ?? emptyDay(technician.id, day);
    const taken = takeInterval(guard, interval);
    if (!taken.ok) return { ok: false, ...conflictRefusal(taken.conflict) };
    let after = taken.day;
    for (const { takenAt, plannedStartAt: from, plannedEndAt: to } of pickups) {
      if (takenAt !== undefined || !daysTouched({ from, to }, homeZone).includes(day)) continue;
      const fetched = takePickup(after, appointment.id, { from, to });
      if (!fetched.ok) return { ok: false, ...conflictRefusal(fetched.conflict) };
      after = fetched.day;
    }
    guards.push(after);
  }
  return { ok: true, technicianDays: guards };
};

const conflictRefusal = (conflict: TakenInterval): AssignmentRefusal => {
  const values = { id: conflict.id, from: conflict.from, to: conflict.to };
  return conflict.kind === 'absence'
    ? { reason: 'absent', fact: `absent from ${conflict.from} to ${conflict.to}`, values }
    : { reason: 'double-booking', fact: `already taken from ${conflict.from} to ${conflict.to}`, values, conflict };
};

type SoftRefusal = Ineligibility & { readonly reason: SoftReason };

const softRefusals = (question: AssignmentQuestion, span: InstantSpan, pickups: readonly Pickup[]): SoftRefusal[] => {
  const { appointment, vanStock } = question;
  const refusals: SoftRefusal[] = [];
  const crossed = question.linked && outOfOrder(span, question.linked);
  if (crossed) refusals.push({ reason: 'out-of-order', ...crossed });
  if (!isOnShift(question, span)) refusals.push({ reason: 'off-shift', fact: 'outside of his shifts' });
  if (isBefore(appointment.dueBy, span.to)) {
    refusals.push({
      reason: 'after-due-time',
      fact: `due by ${appointment.dueBy}`,
      values: { dueBy: appointment.dueBy },
    });
  }
  const window = appointment.arrivalWindow;
  if (window && (isBefore(span.from, window.from) || isBefore(window.to, span.from))) {
    const fact = `the customer was told ${window.from} to ${window.to}`;
    refusals.push({ reason: 'outside-arrival-window', fact, values: { from: window.from, to: window.to } });
  }
  const missing = missingParts(partsFromVan({ ...appointment, pickups: [...pickups] }), vanStock);
  if (missing.length > 0) {
    const values = { missing: missing.length, partIds: missing.map(({ partId }) => partId).join(' ') };
    refusals.push({ reason: 'part-not-on-van', fact: `${missing.length} parts are not on the van`, values });
  }
  return refusals;
};

/** Whole inside one shift; shifts of the day before count where they pass midnight, so every touched day is looked at. */
const isOnShift = ({ technician, homeZone, overtimeSeconds = 0 }: AssignmentQuestion, span: InstantSpan): boolean =>
  daysTouched(span, homeZone)
    .flatMap((day) => shiftsOn(technician, day, homeZone))
    .some((shift) => !isBefore(span.from, shift.from) && !isBefore(addSeconds(shift.to, overtimeSeconds), span.to));
