import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import { guardDaysOf } from '../../shared/rules/assignment.ts';
import { freeInterval } from '../../shared/rules/technician-day.ts';
import { technicianDay } from '../store/access-patterns.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { homeOf, technicianOf } from './assign-appointment.ts';
import type { StaffAsked } from './route.ts';

/** Gives back the time that an appointment had taken, except on the guards that are written with its new time anyway. */
export const freeGuards = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  written: readonly TechnicianDay[] = [],
): Promise<void> => {
  for (const { technicianId, plannedStartAt } of before.assignments) {
    const technician = await technicianOf(asked, technicianId);
    if (!technician) continue;
    const { timeZone } = await homeOf(asked, technician);
    for (const day of guardDaysOf(plannedStartAt, before.durationSeconds, timeZone)) {
      if (written.some((guard) => guard.technicianId === technicianId && guard.day === day)) continue;
      const guard = await technicianDay(asked.deps.table, asked.tenantId, technicianId, day);
      if (guard.intervals.some(({ id }) => id === before.id)) {
        work.update(technicianDayEntity, guard, freeInterval(guard, before.id));
      }
    }
  }
};
