import type { Appointment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import { guardDaysOf } from '../../shared/rules/assignment.ts';
import { endInterval, freeInterval, takeInterval } from '../../shared/rules/technician-day.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';
import { homeOf, technicianOf } from './technician-of.ts';

/** Gives back the time that an appointment had taken, except on the guards that are written with its new time anyway. */
export const freeGuards = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  written: readonly TechnicianDay[] = [],
): Promise<void> => {
  for (const guard of await guardsHolding(asked, before)) {
    const isWritten = written.some(({ technicianId, day }) => technicianId === guard.technicianId && day === guard.day);
    if (!isWritten) work.update(technicianDayEntity, guard, freeInterval(guard, before.id));
  }
};

/** Gives back the time that fetching would have taken. */
export const freePickups = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  taken: readonly Pickup[],
): Promise<void> => {
  for (const guard of await guardsHolding(asked, before)) {
    const intervals = guard.intervals.filter(
      ({ kind, id, from }) =>
        kind !== 'pickup' || id !== before.id || !taken.some(({ plannedStartAt }) => plannedStartAt === from),
    );
    if (intervals.length < guard.intervals.length) work.update(technicianDayEntity, guard, { ...guard, intervals });
  }
};

/** Gives back the rest of the time of an appointment that ended earlier than planned. */
export const endGuards = async (asked: StaffAsked, work: UnitOfWork, after: Appointment): Promise<void> => {
  for (const guard of await guardsHolding(asked, after)) {
    const ended = withoutRest(guard, after);
    if (JSON.stringify(ended) !== JSON.stringify(guard)) work.update(technicianDayEntity, guard, ended);
  }
};

/** Work that was over before it should have begun stands at its real time, so that it stays in the technician's day. */
const withoutRest = (guard: TechnicianDay, { id, actualStartAt, actualEndAt }: Appointment): TechnicianDay => {
  if (actualEndAt === undefined) return guard;
  const ended = endInterval(guard, id, actualEndAt);
  if (ended.intervals.some((interval) => interval.id === id)) return ended;
  if (actualStartAt === undefined || actualStartAt >= actualEndAt) return guard;
  const moved = takeInterval(guard, { kind: 'appointment', id, from: actualStartAt, to: actualEndAt });
  return moved.ok ? moved.day : guard;
};

/** The guards in which the appointment takes time. */
const guardsHolding = async (asked: StaffAsked, appointment: Appointment): Promise<TechnicianDay[]> => {
  const guards: TechnicianDay[] = [];
  for (const { technicianId, plannedStartAt } of appointment.assignments) {
    const technician = await technicianOf(asked, technicianId);
    if (!technician) continue;
    const { timeZone } = await homeOf(asked, technician);
    for (const day of guardDaysOf(plannedStartAt, appointment.durationSeconds, timeZone)) {
      guards.push(await technicianDay(asked.deps.table, asked.tenantId, technicianId, day));
    }
  }
  return guards.filter(({ intervals }) => intervals.some(({ id }) => id === appointment.id));
};
