import { isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Instant, InstantSpan } from '../model/time.ts';

export interface DayFiguresQuestion {
  /** Those on the board of the day. */
  readonly appointments: readonly Appointment[];
  /** How many wait in the territory without a time. */
  readonly unscheduled: number;
  /** What else is known of their work orders: the backlog, the days around. */
  readonly otherAppointments?: readonly Pick<Appointment, 'id' | 'workOrderId' | 'status'>[];
  readonly technicians: readonly { readonly technicianId: string; readonly shifts: readonly InstantSpan[] }[];
  readonly now: Instant;
}

interface TechnicianFigures {
  technicianId: string;
  appointments: number;
  completed: number;
  workSeconds: number;
  travelSeconds: number;
  shiftSeconds: number;
}

export interface DayFiguresAnswer {
  byStatus: Record<string, number>;
  unscheduled: number;
  onTimePercent?: number;
  travelSharePercent?: number;
  firstTimeFixPercent?: number;
  utilisationPercent?: number;
  perTechnician: TechnicianFigures[];
}

/**
 * The figures of a day:
 * - on time: of the appointments that were finished, those begun no later than the arrival window's end, or without a
 *   window finished by their due time;
 * - travel share: travel / (travel + work), as it really was;
 * - first-time fix: of the appointments that were finished, those completed as fixed whose work order has no other
 *   appointment that still counts;
 * - utilisation: work / shift time gone by.
 */
export const dayFigures = (question: DayFiguresQuestion): DayFiguresAnswer => {
  const { appointments, unscheduled } = question;
  const finished = appointments.filter(({ status }) => status === 'completed' || status === 'cannot-complete');
  const perTechnician = question.technicians.map((one) => figuresOf(one, question));
  const workSeconds = sum(perTechnician.map((one) => one.workSeconds));
  const travelSeconds = sum(perTechnician.map((one) => one.travelSeconds));
  const goneSeconds = sum(question.technicians.map(({ shifts }) => secondsGone(shifts, question.now)));
  return {
    byStatus: byStatus(appointments),
    unscheduled,
    ...share('onTimePercent', finished.filter(wasOnTime).length, finished.length),
    ...share('travelSharePercent', travelSeconds, travelSeconds + workSeconds),
    ...share('firstTimeFixPercent', finished.filter((one) => wasFixedAtOnce(one, question)).length, finished.length),
    ...share('utilisationPercent', workSeconds, goneSeconds),
    perTechnician,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

type ShareName = 'onTimePercent' | 'travelSharePercent' | 'firstTimeFixPercent' | 'utilisationPercent';

/** Absent where nothing counts yet; overtime does not make more than the whole. */
const share = (name: ShareName, part: number, whole: number): Partial<Record<ShareName, number>> =>
  whole > 0 ? { [name]: Math.min(100, Math.round((100 * part) / whole)) } : {};

const byStatus = (appointments: readonly Appointment[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of appointments) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const wasOnTime = ({ arrivalWindow, actualStartAt, actualEndAt, dueBy }: Appointment): boolean => {
  if (arrivalWindow) return actualStartAt !== undefined && !isBefore(arrivalWindow.to, actualStartAt);
  return actualEndAt !== undefined && !isBefore(dueBy, actualEndAt);
};

const wasFixedAtOnce = (one: Appointment, { appointments, otherAppointments = [] }: DayFiguresQuestion): boolean =>
  one.status === 'completed' &&
  one.outcome?.code === 'fixed' &&
  ![...appointments, ...otherAppointments].some(
    ({ id, workOrderId, status }) => workOrderId === one.workOrderId && id !== one.id && status !== 'cancelled',
  );

const figuresOf = (
  { technicianId, shifts }: DayFiguresQuestion['technicians'][number],
  { appointments, now }: DayFiguresQuestion,
): TechnicianFigures => {
  const his = appointments.filter(({ assignments }) => assignments.some((one) => one.technicianId === technicianId));
  return {
    technicianId,
    appointments: his.filter(({ status }) => status !== 'cancelled').length,
    completed: his.filter(({ status }) => status === 'completed').length,
    workSeconds: sum(his.map((one) => secondsSince(one.actualStartAt, one.actualEndAt ?? now))),
    travelSeconds: sum(his.map((one) => secondsSince(one.travelStartedAt, one.actualStartAt ?? now))),
    shiftSeconds: sum(shifts.map(({ from, to }) => Math.round(secondsBetween(from, to)))),
  };
};

const secondsSince = (from: Instant | undefined, to: Instant): number =>
  from === undefined ? 0 : Math.max(0, Math.round(secondsBetween(from, to)));

const secondsGone = (shifts: readonly InstantSpan[], now: Instant): number =>
  sum(shifts.map(({ from, to }) => Math.max(0, secondsBetween(from, isBefore(now, to) ? now : to))));
