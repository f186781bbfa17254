import type { Appointment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import type { AppointmentMove } from '../../shared/protocol/endpoints/appointment-moves.ts';
import { unscheduleAppointment } from '../../shared/rules/appointment-planning.ts';
import { placementEvent } from '../../shared/rules/placement-event.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { allSkills } from '../store/questions/catalogue.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { actorOf } from '../api/actor-of.ts';
import { followWorkOrder } from '../api/follow-work-order.ts';
import { writeStockChanges } from '../api/write-stock-changes.ts';
import { placeAppointment } from './place-appointment.ts';
import type { StaffAsked } from './route.ts';
import { TechnicianGuards } from './technician-guards.ts';

/** A move, and what a plan lets its technician fetch for it. */
export type PlannedMove = AppointmentMove & { readonly pickups?: readonly Pickup[] | undefined };

interface Moved {
  readonly work: UnitOfWork;
  readonly answer: { readonly appointments: Appointment[] };
}

/** All of the moves or none: their old times are given back first, so that two may change places. */
export const moveTogether = async (asked: StaffAsked, moves: readonly PlannedMove[]): Promise<Moved> => {
  const befores = await presentOf(asked, moves);
  const guards = new TechnicianGuards(asked);
  for (const before of befores) await guards.free(before);
  const afters: Appointment[] = [];
  const skills = await allSkills(asked.deps.table, asked.tenantId);
  const skillNames = new Map(skills.map(({ id, name }) => [id, name]));
  for (const [at, before] of befores.entries()) {
    const { to = null, pickups } = moves[at] ?? {};
    const placing = to && { before, to, pickups, skillNames, together: moves };
    afters.push(placing === null ? unscheduled(before) : await placeAppointment(asked, guards, placing));
  }
  const work = asked.begin();
  const changes = befores.flatMap((before, at) => (afters[at] ? [{ before, after: afters[at] }] : []));
  if (await writeStockChanges(asked, work, changes)) throw new Refusal('excluded', { reason: 'part-not-there' });
  const appointments = afters.map((after, at) => {
    const before = befores[at];
    if (!before) throw new Error('a move lost its appointment');
    const saved = work.update(appointmentEntity, before, after);
    record(asked, work, before, saved);
    return saved;
  });
  guards.write(work);
  const followed = new Map(appointments.map((one) => [one.workOrderId, one]));
  for (const one of followed.values()) await followWorkOrder(asked, work, one, appointments);
  return { work, answer: { appointments } };
};

/** The appointments in the order of the moves, each in the version that the caller knows. */
const presentOf = async ({ deps, tenantId }: StaffAsked, moves: readonly AppointmentMove[]): Promise<Appointment[]> => {
  const found = await appointmentsById(
    deps.table,
    tenantId,
    moves.map(({ appointmentId }) => appointmentId),
  );
  return moves.map(({ appointmentId, version }) => {
    const present = found.find(({ id }) => id === appointmentId);
    if (!present) throw notFound('appointment');
    if (present.version !== version) throw new Refusal('changed-meanwhile', { present });
    return present;
  });
};

const unscheduled = (before: Appointment): Appointment => {
  if (before.status === 'unscheduled') return before;
  const result = unscheduleAppointment(before);
  if (!result.ok) throw new Refusal('wrong-state', { detail: `It is already ${before.status}.`, present: before });
  return result.appointment;
};

const record = (asked: StaffAsked, work: UnitOfWork, before: Appointment, after: Appointment): void => {
  const [first] = after.assignments;
  const actor = actorOf(asked.caller);
  if (!first) {
    work.record(after.id, 'appointment.unscheduled', actor);
    return;
  }
  const { technicianId, plannedStartAt } = first;
  work.record(after.id, placementEvent(before, after), actor, { technicianId, plannedStartAt });
};
