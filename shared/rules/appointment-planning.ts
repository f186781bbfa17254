import type { TravelLeg } from '../geo/travel-model.ts';
import type { Appointment, Assignment } from '../model/appointment.ts';
import type { Pickup } from '../model/pickup.ts';
import type { Day } from '../model/time.ts';
import { canMove, isPlannable } from './appointment-lifecycle.ts';

type PlanningResult =
  { readonly ok: true; readonly appointment: Appointment } | { readonly ok: false; readonly reason: 'wrong-state' };

const refused = { ok: false, reason: 'wrong-state' } as const;

/** Gives it to a technician on a day of the board; whoever gets it anew must be told anew, so it is scheduled again. */
export const scheduleAppointment = (
  appointment: Appointment,
  plan: {
    readonly assignment: Assignment;
    readonly day: Day;
    readonly travel?: TravelLeg | undefined;
    /** What he fetches for it on the way. */
    readonly pickups?: readonly Pickup[];
  },
): PlanningResult => {
  if (!isPlannable(appointment.status)) return refused;
  const stays = appointment.assignments.some(
    ({ technicianId, plannedStartAt }) =>
      technicianId === plan.assignment.technicianId && plannedStartAt === plan.assignment.plannedStartAt,
  );
  return {
    ok: true,
    appointment: {
      ...unplanned(appointment),
      status: stays ? appointment.status : 'scheduled',
      day: plan.day,
      assignments: [plan.assignment],
      ...(plan.travel && { plannedTravelSeconds: plan.travel.seconds, plannedTravelMetres: plan.travel.metres }),
      ...(plan.pickups && plan.pickups.length > 0 && { pickups: [...plan.pickups] }),
    },
  };
};

/** Puts it back among the unscheduled. */
export const unscheduleAppointment = (appointment: Appointment): PlanningResult => {
  if (!canMove(appointment.status, 'unscheduled')) return refused;
  const { day: _day, ...rest } = unplanned(appointment);
  return { ok: true, appointment: { ...rest, status: 'unscheduled', assignments: [] } };
};

/** Ends it before it was done; its assignments stay, for the record. */
export const cancelAppointment = (appointment: Appointment, cancelReason: string): PlanningResult => {
  if (!canMove(appointment.status, 'cancelled')) return refused;
  return { ok: true, appointment: { ...appointment, status: 'cancelled', cancelReason } };
};

const unplanned = (appointment: Appointment): Appointment => {
  const { plannedTravelSeconds: _seconds, plannedTravelMetres: _metres, pickups: _pickups, ...rest } = appointment;
  return rest;
};
