import type { Appointment } from '../../shared/model/appointment.ts';
import { exclusionReason, type ExclusionReason, type PlannedStop } from '../../shared/model/plan.ts';
import type { Technician } from '../../shared/model/technician.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { assignAppointment } from './assign-appointment.ts';
import type { StaffAsked } from './route.ts';

export interface WantedStop {
  readonly technicianId: string;
  readonly stop: PlannedStop;
}
interface RefusedStop {
  readonly appointmentId: string;
  readonly reason: 'changed-meanwhile' | 'double-booking' | ExclusionReason;
}

/** A planner weighs lateness and tells it; whoever accepts the plan accepts that. Skills, shifts and parts are checked anew. */
const despite = ['after-due-time', 'outside-arrival-window'] as const;

/**
 * Assigns every stop of a plan by the same rule and guard as a dispatcher's hand, each in its own transaction: a repeat
 * finds what was done. A stop whose place is only freed by another one is tried again after it.
 */
export const acceptStops = async (
  asked: StaffAsked,
  wanted: readonly WantedStop[],
): Promise<{ accepted: string[]; refused: RefusedStop[] }> => {
  const technicians = await techniciansOf(asked, wanted);
  const outcomes = await inRoutes(wanted, (one) => acceptOne(asked, one, technicians.get(one.technicianId)));
  const refused = outcomes.flatMap((outcome) => outcome ?? []);
  const reasons = new Map(refused.map(({ appointmentId, reason }) => [appointmentId, reason]));
  const accepted = wanted.map(({ stop }) => stop.appointmentId).filter((id) => !reasons.has(id));
  const again = wanted.filter(({ stop }) => reasons.get(stop.appointmentId) === 'double-booking');
  if (again.length === 0 || accepted.length === 0) return { accepted, refused };
  const rest = await acceptStops(asked, again);
  const final = refused.filter(({ reason }) => reason !== 'double-booking');
  return { accepted: [...accepted, ...rest.accepted], refused: [...final, ...rest.refused] };
};

/** Routes side by side, the stops of one route one after the other: they write the same guard. */
const inRoutes = async <Outcome>(
  stops: readonly WantedStop[],
  accept: (stop: WantedStop) => Promise<Outcome>,
): Promise<Outcome[]> => {
  const technicianIds = [...new Set(stops.map(({ technicianId }) => technicianId))];
  const outcomes = await Promise.all(
    technicianIds.map(async (id) => {
      const done: Outcome[] = [];
      for (const stop of stops) if (stop.technicianId === id) done.push(await accept(stop));
      return done;
    }),
  );
  return outcomes.flat();
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
  { technicianId, stop }: WantedStop,
  technician: Technician | undefined,
): Promise<RefusedStop | undefined> => {
  const { appointmentId, plannedStartAt, appointmentVersion } = stop;
  const refused = (reason: RefusedStop['reason']): RefusedStop => ({ appointmentId, reason });
  if (!technician) return refused('inactive');
  for (let count = 0; count < mostDecisions; count++) {
    const appointment = await asked.deps.table.get(appointmentEntity, asked.tenantId, { id: appointmentId });
    if (!appointment) return refused('changed-meanwhile');
    if (standsThere(appointment, technicianId, plannedStartAt)) return undefined;
    if (appointment.version !== appointmentVersion) return refused('changed-meanwhile');
    const wish = { appointment, technician, plannedStartAt, locked: false, despite };
    const assigned = await assignAppointment(asked, wish, 'part');
    if (!assigned.ok) return refused(reasonOf(assigned.reason));
    const committed = await assigned.work.commit();
    if (committed.ok) return undefined;
  }
  return refused('changed-meanwhile');
};

const standsThere = ({ assignments }: Appointment, technicianId: string, plannedStartAt: string): boolean =>
  assignments.some((one) => one.technicianId === technicianId && one.plannedStartAt === plannedStartAt);

/** What is neither an exclusion nor a collision (a start in the past, a state) only comes from the plan's age. */
const reasonOf = (reason: string): RefusedStop['reason'] => {
  if (reason === 'double-booking') return reason;
  return exclusionReason.safeParse(reason).data ?? 'changed-meanwhile';
};
