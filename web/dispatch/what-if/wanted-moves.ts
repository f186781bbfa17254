import { isBefore } from '../../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PlannedRoute, PlannedStop } from '../../../shared/model/plan.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { standingPlace } from '../state/standing-place.ts';
import type { WantedMove } from '../state/send-moves.ts';

/** What must be done to the real day to make it like the copy, in an order in which nothing waits for what comes later. */
export const wantedMoves = (
  routes: readonly PlannedRoute[],
  known: (appointmentId: string) => Appointment | undefined,
  isReal: (technicianId: string) => boolean,
): WantedMove[] =>
  inOrder(
    together(
      routes
        .filter(({ technicianId }) => isReal(technicianId))
        .flatMap(({ technicianId, stops }) => stops.flatMap((stop) => moveOf(technicianId, stop, known) ?? [])),
    ),
  );

/** A crew that the copy puts together is sent in one move. */
const together = (moves: readonly WantedMove[]): WantedMove[] => {
  const byId = new Map<string, WantedMove>();
  for (const move of moves) {
    const { id } = move.appointment;
    const before = byId.get(id)?.to;
    const technicianIds = [...new Set([...(before?.technicianIds ?? []), ...(move.to?.technicianIds ?? [])])];
    byId.set(id, { ...move, to: move.to && { ...move.to, technicianIds } });
  }
  return [...byId.values()];
};

/** Everything that a what-if knowingly does against today's shifts and promises; skills and double bookings stay refused. */
const despite = ['after-due-time', 'outside-arrival-window', 'off-shift', 'part-not-on-van', 'out-of-order'] as const;

const moveOf = (
  technicianId: string,
  { appointmentId, plannedStartAt }: PlannedStop,
  known: (appointmentId: string) => Appointment | undefined,
): WantedMove | undefined => {
  const appointment = known(appointmentId);
  if (!appointment || !isPlannable(appointment.status)) return undefined;
  const stands = standingPlace(appointment);
  const [first, ...crew] = stands?.technicianIds ?? [];
  const isThere = first === technicianId && Date.parse(stands?.plannedStartAt ?? '') === Date.parse(plannedStartAt);
  if (isThere) return undefined;
  const technicianIds = [technicianId, ...crew.filter((id) => id !== technicianId)];
  return { appointment, to: { technicianIds, plannedStartAt, despite } };
};

/** Whoever moves into a time that another gives up goes after him, or beside him where they change places. */
const inOrder = (moves: readonly WantedMove[]): WantedMove[] => {
  const done: WantedMove[] = [];
  let left = [...moves];
  while (left.length > 0) {
    const free = left.filter((move) => !left.some((other) => other !== move && isInTheWay(other, move)));
    const ring = free.length > 0 ? free : left;
    done.push(...ring);
    left = left.filter((move) => !ring.includes(move));
  }
  return done;
};

const isInTheWay = (other: WantedMove, { appointment, to }: WantedMove): boolean => {
  const stands = standingPlace(other.appointment);
  if (!stands || !to) return false;
  if (!stands.technicianIds.some((id) => to.technicianIds.includes(id))) return false;
  const from = { at: stands.plannedStartAt, seconds: stands.durationSeconds };
  const into = { at: to.plannedStartAt, seconds: appointment.durationSeconds };
  return isBefore(from.at, endOf(into)) && isBefore(into.at, endOf(from));
};

const endOf = ({ at, seconds }: { readonly at: string; readonly seconds: number }): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
