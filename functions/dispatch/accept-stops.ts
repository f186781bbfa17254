import type { Appointment } from '../../shared/model/appointment.ts';
import { exclusionReason, type ExclusionReason } from '../../shared/model/plan.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Refusal } from '../platform/errors.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { acceptCrew } from './accept-crew.ts';
import { assignAppointment } from './assign-appointment.ts';
import { changePlaces } from './change-places.ts';
import type { StaffAsked } from './route.ts';
import { acceptedDespite, type BlockedStop, type WantedStop } from './wanted-stop.ts';

type UnplannedReason = 'changed-meanwhile' | 'double-booking' | 'part-not-there';
interface RefusedStop {
  readonly appointmentId: string;
  readonly reason: UnplannedReason | ExclusionReason;
}
type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'blocked'; readonly byId: string | undefined }
  | { readonly kind: 'refused'; readonly reason: RefusedStop['reason'] };

/**
 * Assigns stops of a plan by the same rule and guard as a dispatcher's hand, each in its own transaction: a repeat finds
 * what was done. A stop whose place is only freed by another one is tried again after it; those that wait for one another
 * change places in one transaction.
 */
export const acceptStops = async (
  asked: StaffAsked,
  wanted: readonly WantedStop[],
): Promise<{ accepted: string[]; refused: RefusedStop[] }> => {
  const technicians = await techniciansOf(asked, wanted);
  const accepted = new Set<string>();
  const refused: RefusedStop[] = [];
  for (let open = wanted; open.length > 0;) {
    const blocked: BlockedStop[] = [];
    const before = accepted.size;
    await inRoutes(open, async (one) => {
      const outcome = await acceptOne(asked, one, technicians.get(one.technicianId));
      const { appointmentId } = one.stop;
      if (outcome.kind === 'accepted') accepted.add(appointmentId);
      else if (outcome.kind === 'blocked') blocked.push({ ...one, byId: outcome.byId });
      else refused.push({ appointmentId, reason: outcome.reason });
    });
    if (accepted.size === before) for (const id of await changePlaces(asked, blocked)) accepted.add(id);
    open = blocked.filter(({ stop }) => !accepted.has(stop.appointmentId));
    if (accepted.size > before) continue;
    return { accepted: inOrder(wanted, accepted), refused: [...refused, ...open.map(takenAlready)] };
  }
  return { accepted: inOrder(wanted, accepted), refused };
};

const inOrder = (wanted: readonly WantedStop[], accepted: ReadonlySet<string>): string[] =>
  wanted.map(({ stop }) => stop.appointmentId).filter((id) => accepted.has(id));

const takenAlready = ({ stop }: WantedStop): RefusedStop => ({
  appointmentId: stop.appointmentId,
  reason: 'double-booking',
});

/** Routes side by side, the stops of one route one after the other: they write the same guard. */
const inRoutes = async (stops: readonly WantedStop[], accept: (stop: WantedStop) => Promise<void>): Promise<void> => {
  const technicianIds = [...new Set(stops.map(({ technicianId }) => technicianId))];
  await Promise.all(
    technicianIds.map(async (id) => {
      for (const stop of stops) if (stop.technicianId === id) await accept(stop);
    }),
  );
};

const techniciansOf = async ({ deps, tenantId }: StaffAsked, wanted: readonly WantedStop[]) => {
  const ids = [...new Set(wanted.map(({ technicianId }) => technicianId))];
  const found = await deps.table.getMany(
    technicianEntity,
    tenantId,
    ids.map((id) => ({ id })),
  );
  return new Map(found.map((technician) => [technician.id, technician]));
};

/** So often is a stop decided anew when a guard was written by another meanwhile. */
const mostDecisions = 10;

const acceptOne = async (
  asked: StaffAsked,
  wanted: WantedStop,
  technician: Technician | undefined,
): Promise<Outcome> => {
  const { stop, overtimeSeconds, pickups } = wanted;
  const { appointmentId, plannedStartAt, appointmentVersion } = stop;
  if (!technician) return { kind: 'refused', reason: 'inactive' };
  for (let count = 0; count < mostDecisions; count++) {
    const appointment = await asked.deps.table.get(appointmentEntity, asked.tenantId, { id: appointmentId });
    if (!appointment) break;
    if (standsThere(appointment, wanted)) return { kind: 'accepted' };
    if (appointment.version !== appointmentVersion) break;
    if (wanted.crewIds) {
      const done = await acceptCrew(asked, wanted, appointment);
      if (done === true) return { kind: 'accepted' };
      if (done !== false) return outcomeOf(done);
      continue;
    }
    const planned = { technician, plannedStartAt, overtimeSeconds, ...(pickups && { pickups }) };
    const wish = { appointment, ...planned, locked: false, despite: acceptedDespite };
    const assigned = await assignAppointment(asked, wish, 'part');
    if (!assigned.ok && assigned.reason === 'double-booking') {
      return { kind: 'blocked', byId: 'conflict' in assigned ? assigned.conflict?.id : undefined };
    }
    if (!assigned.ok && assigned.reason === 'part-not-there') return { kind: 'refused', reason: assigned.reason };
    if (!assigned.ok) return { kind: 'refused', reason: reasonOf(assigned.reason) };
    const committed = await assigned.work.commit();
    if (committed.ok) return { kind: 'accepted' };
  }
  return { kind: 'refused', reason: 'changed-meanwhile' };
};

/** What kept a crew from it; its place may yet be freed by another stop of the plan. */
const outcomeOf = ({ code, details: { reason = '' } }: Refusal): Outcome =>
  code === 'double-booking' ? { kind: 'blocked', byId: undefined } : { kind: 'refused', reason: reasonOf(reason) };

/** Whether an appointment stands where a plan wants it. */
export const standsThere = ({ assignments }: Appointment, { technicianId, crewIds, stop }: WantedStop): boolean =>
  (crewIds ?? [technicianId]).every((id) =>
    assignments.some((one) => one.technicianId === id && one.plannedStartAt === stop.plannedStartAt),
  );

/** What is no exclusion (a start in the past, a state) only comes from the plan's age. */
const reasonOf = (reason: string): ExclusionReason | 'changed-meanwhile' =>
  exclusionReason.safeParse(reason).data ?? 'changed-meanwhile';
