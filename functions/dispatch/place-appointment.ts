import type { Appointment, Assignment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { AppointmentMove, AppointmentPlace } from '../../shared/protocol/endpoints/appointment-moves.ts';
import { scheduleAppointment } from '../../shared/rules/appointment-planning.ts';
import { keptOrNewWindow } from '../../shared/rules/arrival-window.ts';
import { checkAssignment, guardDaysOf } from '../../shared/rules/assignment.ts';
import { missingParts } from '../../shared/rules/missing-parts.ts';
import { badField, Refusal } from '../platform/errors.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import { linkedWorkOf } from './linked-work-of.ts';
import type { TechnicianGuards } from './technician-guards.ts';
import { requireAllowed } from './require-allowed.ts';
import { refusalOfAssignment } from './refusal-of-rule.ts';
import type { StaffAsked } from './route.ts';
import { homeOf, technicianOf } from '../api/technician-of.ts';
import { travelFromStopBefore } from './travel-from-stop-before.ts';
import { vanStockFor } from './van-stock-for.ts';

export interface Placing {
  readonly before: Appointment;
  readonly to: AppointmentPlace;
  /** What a plan lets its technician fetch for it; absent: what he fetches already. */
  readonly pickups?: readonly Pickup[] | undefined;
  readonly skillNames: ReadonlyMap<string, string>;
  /** What moves in the same step, it too. */
  readonly together: readonly AppointmentMove[];
}

/** The appointment as it stands at its new place, its time taken on the guards of all who go; refused by the first rule that forbids it. */
export const placeAppointment = async (
  asked: StaffAsked,
  guards: TechnicianGuards,
  { before, to, pickups, skillNames, together }: Placing,
): Promise<Appointment> => {
  const { deps, tenantId, now } = asked;
  const appointment = { ...before, durationSeconds: to.durationSeconds ?? before.durationSeconds };
  const territory = await deps.table.get(territoryEntity, tenantId, { id: before.territoryId });
  if (!territory) throw new Error(`The territory of ${before.id} is missing`);
  await requireAllowed(asked, before, to.technicianIds, to.plannedStartAt);
  const linked = await linkedWorkOf(asked, before, together);
  const locked = to.locked ?? before.assignments[0]?.locked ?? false;
  const assignments: Assignment[] = [];
  let placed: Appointment | undefined;
  for (const { technician, vanStock, needsParts } of await goersOf(asked, to.technicianIds, appointment, pickups)) {
    const { timeZone: homeZone } = await homeOf(asked, technician);
    const days = guardDaysOf(to.plannedStartAt, appointment.durationSeconds, homeZone);
    const technicianDays = await Promise.all(days.map((day) => guards.of({ technicianId: technician.id, day })));
    const wanted = needsParts ? appointment : { ...appointment, partRequirements: [] };
    const question = { ...to, appointment: wanted, technician, territory, homeZone, technicianDays, vanStock, now };
    const checked = checkAssignment({ ...question, skillNames, linked, ...(needsParts && pickups && { pickups }) });
    if (!checked.ok) throw refusalOfAssignment(checked, before);
    for (const day of checked.technicianDays) guards.change(day);
    const { plannedEndAt, day } = checked;
    const assignment = { technicianId: technician.id, plannedStartAt: to.plannedStartAt, plannedEndAt, locked };
    assignments.push(assignment);
    const travel = placed
      ? undefined
      : await travelFromStopBefore(asked, { ...question, ...to, pickups: checked.pickups }, checked.technicianDays);
    placed ??= scheduled(appointment, { assignment, day, travel, pickups: checked.pickups });
  }
  if (!placed) throw badField('body.moves', 'somebody must go');
  const arrivalWindow = keptOrNewWindow(before.arrivalWindow, to.plannedStartAt, now);
  return {
    ...placed,
    status: isAllTold(before, assignments) ? placed.status : 'scheduled',
    assignments,
    arrivalWindow,
  };
};

interface Goer {
  readonly technician: Technician;
  readonly vanStock: ReadonlyMap<string, number>;
  /** False where another of the crew brings the parts. */
  readonly needsParts: boolean;
}

/** Each who goes, once. A crew's parts are needed once: the first fetches what is fetched, else who has them all brings them. */
const goersOf = async (
  asked: StaffAsked,
  technicianIds: readonly string[],
  appointment: Appointment,
  pickups: readonly Pickup[] = appointment.pickups ?? [],
): Promise<Goer[]> => {
  const goers: Goer[] = [];
  for (const technicianId of new Set(technicianIds)) {
    const technician = await technicianOf(asked, technicianId);
    if (!technician) throw badField('body.moves', 'there is no such technician');
    goers.push({ technician, vanStock: await vanStockFor(asked, technician, appointment), needsParts: true });
  }
  const fetches = pickups.length > 0;
  const carrier = fetches
    ? goers[0]
    : goers.find(({ vanStock }) => missingParts(appointment.partRequirements, vanStock).length === 0);
  return goers.map((goer) => ({ ...goer, needsParts: carrier === undefined || goer === carrier }));
};

/** Whoever gets it anew must be told anew; who only loses a companion knows already. */
const isAllTold = (before: Appointment, assignments: readonly Assignment[]): boolean =>
  assignments.every(({ technicianId, plannedStartAt }) =>
    before.assignments.some((one) => one.technicianId === technicianId && one.plannedStartAt === plannedStartAt),
  );

const scheduled = (appointment: Appointment, plan: Parameters<typeof scheduleAppointment>[1]): Appointment => {
  const result = scheduleAppointment(appointment, plan);
  if (result.ok) return result.appointment;
  throw new Refusal('wrong-state', { detail: `It is already ${appointment.status}.`, present: appointment });
};
