import type { Appointment, Assignment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import type { Technician } from '../../shared/model/technician.ts';
import { scheduleAppointment } from '../../shared/rules/appointment-planning.ts';
import { keptOrNewWindow } from '../../shared/rules/arrival-window.ts';
import {
  checkAssignment,
  guardDaysOf,
  type AssignmentRefusal,
  type SoftReason,
} from '../../shared/rules/assignment.ts';
import { placementEvent } from '../../shared/rules/placement-event.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { actorOf } from '../api/actor-of.ts';
import { followWorkOrder } from '../api/follow-work-order.ts';
import { freeGuards } from '../api/free-guards.ts';
import { writeStockChanges } from '../api/write-stock-changes.ts';
import { linkedWorkOf } from './linked-work-of.ts';
import type { StaffAsked } from './route.ts';
import { homeOf } from '../api/technician-of.ts';
import { travelFromStopBefore } from './travel-from-stop-before.ts';
import { vanStockFor } from './van-stock-for.ts';

export interface Wish {
  readonly appointment: Appointment;
  readonly technician: Technician;
  readonly plannedStartAt: string;
  readonly locked: boolean;
  readonly despite: readonly SoftReason[];
  readonly overtimeSeconds?: number;
  readonly skillNames?: ReadonlyMap<string, string>;
  /** What a plan lets him fetch for it; absent: what he fetches already. */
  readonly pickups?: readonly Pickup[];
}
type Assigned =
  | { readonly ok: true; readonly work: UnitOfWork; readonly appointment: Appointment }
  | ({ readonly ok: false } & AssignmentRefusal);

/** The writes that give an appointment to a technician, guards included, or the rule that forbids it. Nothing is committed yet. */
export const assignAppointment = async (asked: StaffAsked, wish: Wish, as?: 'part'): Promise<Assigned> => {
  const { deps, tenantId, now } = asked;
  const { appointment, technician, plannedStartAt } = wish;
  const [territory, home] = await Promise.all([
    deps.table.get(territoryEntity, tenantId, { id: appointment.territoryId }),
    homeOf(asked, technician),
  ]);
  if (!territory) throw new Error(`The territory of ${appointment.id} is missing`);
  const [technicianDays, vanStock, linked] = await Promise.all([
    guardsOf(asked, technician, guardDaysOf(plannedStartAt, appointment.durationSeconds, home.timeZone)),
    vanStockFor(asked, technician, appointment),
    linkedWorkOf(asked, appointment),
  ]);
  const checked = checkAssignment({
    ...wish,
    territory,
    homeZone: home.timeZone,
    technicianDays,
    vanStock,
    linked,
    now,
  });
  if (!checked.ok) return checked;
  const assignment: Assignment = {
    technicianId: technician.id,
    plannedStartAt,
    plannedEndAt: checked.plannedEndAt,
    locked: wish.locked,
  };
  const travel = await travelFromStopBefore(asked, { ...wish, ...checked, territory }, checked.technicianDays);
  const scheduled = scheduleAppointment(appointment, {
    assignment,
    day: checked.day,
    travel,
    pickups: checked.pickups,
  });
  if (!scheduled.ok) return { ...scheduled, fact: `it is already ${appointment.status}` };

  const work = asked.begin(as);
  const arrivalWindow = keptOrNewWindow(appointment.arrivalWindow, plannedStartAt, now);
  const after = work.update(appointmentEntity, appointment, { ...scheduled.appointment, arrivalWindow });
  const short = await writeStockChanges(asked, work, [{ before: appointment, after }]);
  if (short) {
    const values = { partId: short.partId, free: short.free };
    return {
      ok: false,
      reason: 'part-not-there',
      fact: `only ${short.free} of a part are free where it is fetched`,
      values,
    };
  }
  for (const guard of checked.technicianDays) work.update(technicianDayEntity, guard, guard);
  await freeGuards(asked, work, appointment, checked.technicianDays);
  await followWorkOrder(asked, work, after);
  work.record(after.id, placementEvent(appointment, after), actorOf(asked.caller), {
    technicianId: technician.id,
    plannedStartAt,
  });
  return { ok: true, work, appointment: after };
};

const guardsOf = ({ deps, tenantId }: StaffAsked, technician: Technician, days: readonly string[]) =>
  Promise.all(days.map((day) => technicianDay(deps.table, tenantId, technician.id, day)));
