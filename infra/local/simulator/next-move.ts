import type { Appointment, Outcome, WorkOrderTask } from '../../../shared/model/appointment.ts';

/** What a simulated technician, or the dispatcher for him, does next; `at` is when it would have happened. */
export type Move =
  | { readonly kind: 'status'; readonly to: StatusMove; readonly at: string; readonly outcome?: Outcome }
  | { readonly kind: 'answer'; readonly task: WorkOrderTask; readonly value: boolean | number | string }
  | { readonly kind: 'use-part' };
type StatusMove = 'dispatched' | 'accepted' | 'travelling' | 'on-site' | 'completed' | 'cannot-complete';

/** How somebody works on this appointment; always the same for the same appointment. */
export interface Manner {
  /** Work takes this share of what was planned. */
  readonly pace: number;
  readonly fails: boolean;
  readonly usesPart: boolean;
}

/** A technician is told of a stop this long before he has to leave for it. */
const toldBeforeMs = 45 * 60_000;
const readsAfterMs = 2 * 60_000;

/** Which stop is his present one: the one under way, else the first that is not done. */
export function presentStop(appointments: readonly Appointment[]): Appointment | undefined {
  const open = appointments
    .filter(({ status }) => !['completed', 'cannot-complete', 'cancelled', 'unscheduled'].includes(status))
    .sort((a, b) => plannedStartOf(a) - plannedStartOf(b));
  return open.find(({ status }) => status === 'travelling' || status === 'on-site') ?? open[0];
}

/** The move that is due on this stop by now, if any; the way to it takes so many seconds and he is free from `freeAt` on. */
export function nextMove(
  stop: Appointment,
  travelSeconds: number,
  freeAt: string,
  manner: Manner,
  now: string,
): Move | undefined {
  const leaveAt = Math.max(plannedStartOf(stop) - travelSeconds * 1000, Date.parse(freeAt));
  const due = (at: number): string | undefined => (at <= Date.parse(now) ? new Date(at).toISOString() : undefined);
  const step = (to: StatusMove, at: number): Move | undefined => {
    const dueAt = due(at);
    return dueAt === undefined ? undefined : { kind: 'status', to, at: dueAt };
  };
  switch (stop.status) {
    case 'scheduled':
      return step('dispatched', Math.max(leaveAt - toldBeforeMs, Date.parse(stop.updatedAt)));
    case 'dispatched':
      return step('accepted', Math.max(leaveAt - toldBeforeMs, Date.parse(stop.updatedAt)) + readsAfterMs);
    case 'accepted':
      return step('travelling', leaveAt);
    case 'travelling':
      return step('on-site', Date.parse(stop.travelStartedAt ?? now) + travelSeconds * 1000);
    case 'on-site':
      return workingMove(stop, manner, now);
    default:
      return undefined;
  }
}

/** On site he answers the required steps evenly over the time, takes a part half way, and ends when the time is up. */
function workingMove(stop: Appointment, { pace, fails, usesPart }: Manner, now: string): Move | undefined {
  const startedMs = Date.parse(stop.actualStartAt ?? now);
  const lengthMs = stop.durationSeconds * 1000 * pace;
  const done = (Date.parse(now) - startedMs) / lengthMs;
  const endAt = new Date(startedMs + lengthMs).toISOString();
  if (fails && done >= 0.5) {
    return {
      kind: 'status',
      to: 'cannot-complete',
      at: new Date(startedMs + lengthMs / 2).toISOString(),
      outcome: { code: 'no-access' },
    };
  }
  const required = stop.tasks.filter((task) => task.required);
  const open = required.find((task) => task.value === undefined);
  const answered = required.filter((task) => task.value !== undefined).length;
  if (open && done >= (answered + 1) / (required.length + 1))
    return { kind: 'answer', task: open, value: answerTo(open) };
  if (usesPart && done >= 0.6) return { kind: 'use-part' };
  return done >= 1 && !open ? { kind: 'status', to: 'completed', at: endAt, outcome: { code: 'fixed' } } : undefined;
}

function answerTo({ answer }: WorkOrderTask): boolean | number | string {
  switch (answer) {
    case 'check':
      return true;
    case 'number':
      return 2;
    case 'text':
      return 'as expected';
  }
}

const plannedStartOf = ({ assignments: [first] }: Appointment): number =>
  Date.parse(first?.plannedStartAt ?? '9999-01-01');
