import type { Appointment } from '../../shared/model/appointment.ts';
import { Refusal } from '../platform/errors.ts';
import { moveTogether, type PlannedMove } from './move-together.ts';
import type { StaffAsked } from './route.ts';
import { acceptedDespite, type WantedStop } from './wanted-stop.ts';

/** Gives an appointment to all of its crew in one transaction; false where it must be decided anew, the refusal where a rule forbids it. */
export const acceptCrew = async (
  asked: StaffAsked,
  wanted: WantedStop,
  appointment: Appointment,
): Promise<boolean | Refusal> => {
  // A part of the acceptance: the answer for a repeat is kept with the whole.
  const part: StaffAsked = { ...asked, begin: () => asked.begin('part') };
  try {
    const { work } = await moveTogether(part, [moveOf(withThoseThere(wanted, appointment))]);
    return (await work.commit()).ok;
  } catch (refused) {
    if (refused instanceof Refusal) return refused;
    throw refused;
  }
};

/** Who joins a crew leaves those where they are who are there at that time. */
const withThoseThere = (wanted: WantedStop, { assignments }: Appointment): WantedStop => {
  const { crewIds = [], stop } = wanted;
  const there = assignments.filter(({ plannedStartAt }) => plannedStartAt === stop.plannedStartAt);
  return { ...wanted, crewIds: [...new Set([...there.map(({ technicianId }) => technicianId), ...crewIds])] };
};

/** A stop of a plan as the move that puts it there. */
export const moveOf = ({ technicianId, crewIds, stop, overtimeSeconds, pickups }: WantedStop): PlannedMove => ({
  pickups,
  appointmentId: stop.appointmentId,
  version: stop.appointmentVersion,
  to: {
    technicianIds: crewIds ? [...crewIds] : [technicianId],
    plannedStartAt: stop.plannedStartAt,
    ...(crewIds === undefined && { locked: false }),
    despite: overtimeSeconds > 0 ? [...acceptedDespite, 'off-shift'] : [...acceptedDespite],
  },
});
