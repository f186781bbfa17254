import { addSeconds, isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment, AppointmentStatus, Outcome } from '../model/appointment.ts';
import type { Instant } from '../model/time.ts';
import { crewOf, lacksCrew } from './crew-of.ts';

/** The state graph of product.md. Backwards leads only what a dispatcher does: assign anew, or put back among the unscheduled. */
const moves: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  unscheduled: ['scheduled', 'cancelled'],
  scheduled: ['unscheduled', 'dispatched', 'cancelled'],
  dispatched: ['unscheduled', 'scheduled', 'accepted', 'cancelled'],
  accepted: ['unscheduled', 'scheduled', 'travelling', 'cancelled'],
  travelling: ['on-site', 'cancelled'],
  'on-site': ['completed', 'cannot-complete', 'cancelled'],
  completed: [],
  'cannot-complete': [],
  cancelled: [],
};

export const canMove = (from: AppointmentStatus, to: AppointmentStatus): boolean => moves[from].includes(to);

/** The steps that the doer takes, in order; scheduling and cancelling are the dispatcher's. */
export const stepStatuses = [
  'dispatched',
  'accepted',
  'travelling',
  'on-site',
  'completed',
  'cannot-complete',
] as const satisfies readonly AppointmentStatus[];
export type StepStatus = (typeof stepStatuses)[number];

/** What the doer may do next; empty where he waits for others or all is done. */
export const nextStatusesOf = (from: AppointmentStatus): StepStatus[] =>
  stepStatuses.filter((status) => canMove(from, status));

/** Nothing more will happen to it. */
export const isFinished = (status: AppointmentStatus): boolean => moves[status].length === 0;

/** Time and technician may still be changed. */
export const isPlannable = (status: AppointmentStatus): boolean =>
  status === 'unscheduled' || canMove(status, 'unscheduled');

export interface Step {
  readonly to: StepStatus;
  readonly at: Instant;
  readonly outcome?: Outcome | undefined;
  /** Written down without signal and sent later, be it days: only the step before it is held against its time. */
  readonly isQueued?: boolean | undefined;
}

/** Who takes the step: a technician only on what is assigned to him; staff of the office names none. */
export interface StepTaker {
  readonly technicianId?: string | undefined;
}

export type StepRefusal =
  | { readonly reason: 'wrong-state'; readonly allowed: readonly StepStatus[] }
  | { readonly reason: 'no-assignment' | 'not-assigned-to-you' | 'outcome-required' }
  | { readonly reason: 'in-the-future' | 'too-long-ago' | 'before-step-before' }
  | { readonly reason: 'task-required'; readonly taskKeys: readonly string[] }
  | { readonly reason: 'crew-incomplete'; readonly there: number; readonly needed: number };

export type StepResult =
  { readonly ok: true; readonly appointment: Appointment } | ({ readonly ok: false } & StepRefusal);

/** Takes an appointment one step on, with the times that the step sets, or says why not. A completed one is fixed unless said otherwise. */
export const applyStatus = (appointment: Appointment, step: Step, who: StepTaker, now: Instant): StepResult => {
  const refusal = refusalOf(appointment, step, who, now);
  if (refusal) return { ok: false, ...refusal };
  return { ok: true, appointment: { ...appointment, status: step.to, ...factsOf(step) } };
};

const refusalOf = (appointment: Appointment, step: Step, who: StepTaker, now: Instant): StepRefusal | undefined => {
  if (!canMove(appointment.status, step.to)) {
    return { reason: 'wrong-state', allowed: nextStatusesOf(appointment.status) };
  }
  if (appointment.assignments.length === 0) return { reason: 'no-assignment' };
  // Who is told to go would stand there alone; who is told already goes on, and decides on the spot.
  if (step.to === 'dispatched' && lacksCrew(appointment)) return { reason: 'crew-incomplete', ...crewOf(appointment) };
  if (who.technicianId !== undefined && !isAssignedTo(appointment, who.technicianId)) {
    return { reason: 'not-assigned-to-you' };
  }
  if (step.to === 'cannot-complete' && !step.outcome) return { reason: 'outcome-required' };
  const taskKeys = step.to === 'completed' ? openRequiredTasks(appointment) : [];
  if (taskKeys.length > 0) return { reason: 'task-required', taskKeys };
  return timeRefusalOf(appointment, step, now);
};

/** A phone's clock may run this far ahead. */
const clockToleranceSeconds = 120;
const longestAgoSeconds = 86_400;

const timeRefusalOf = (appointment: Appointment, { at, isQueued }: Step, now: Instant): StepRefusal | undefined => {
  if (isBefore(addSeconds(now, clockToleranceSeconds), at)) return { reason: 'in-the-future' };
  if (!isQueued && isBefore(at, addSeconds(now, -longestAgoSeconds))) return { reason: 'too-long-ago' };
  const stepBeforeAt = stepBefore(appointment);
  if (stepBeforeAt !== undefined && isBefore(at, stepBeforeAt)) return { reason: 'before-step-before' };
  return undefined;
};

/** When the last step that has a time was taken. */
export const stepBefore = ({ actualStartAt, travelStartedAt }: Appointment): Instant | undefined =>
  actualStartAt ?? travelStartedAt;

export const isAssignedTo = (appointment: Appointment, technicianId: string): boolean =>
  appointment.assignments.some((assignment) => assignment.technicianId === technicianId);

/** The keys of required checklist steps that still have no answer; a box that is not ticked is none. */
export const openRequiredTasks = (appointment: Pick<Appointment, 'tasks'>): string[] =>
  appointment.tasks
    .filter(({ required, value }) => required && (value === undefined || value === false))
    .map(({ key }) => key);

const factsOf = (step: Step): Partial<Appointment> => {
  switch (step.to) {
    case 'dispatched':
    case 'accepted':
      return {};
    case 'travelling':
      return { travelStartedAt: step.at };
    case 'on-site':
      return { actualStartAt: step.at };
    case 'completed':
      return { actualEndAt: step.at, outcome: step.outcome ?? { code: 'fixed' } };
    case 'cannot-complete':
      return { actualEndAt: step.at, ...(step.outcome && { outcome: step.outcome }) };
  }
};
