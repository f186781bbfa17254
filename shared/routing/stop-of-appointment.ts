import type { Appointment, Assignment } from '../model/appointment.ts';
import { partsFromVan } from '../model/parts-from-van.ts';
import type { Priority } from '../model/priority.ts';
import type { Instant } from '../model/time.ts';
import type { PlaceIndex } from './place-index.ts';
import type { PresentAssignment, ProblemStop, Seconds } from './problem.ts';

/** Turns instants into the problem's seconds. */
export interface Timeline {
  readonly at: (instant: Instant) => Seconds;
  readonly now: Instant;
}

type ChangeCost = NonNullable<PresentAssignment['changeCost']>;

const rank: Readonly<Record<Priority, number>> = { emergency: 0, high: 1, normal: 2, low: 3 };

/** Work of no length would let two stops share an instant. */
const shortestSeconds = 60;

/** An appointment as a stop; of a crew that stands the first one carries it, the others are blocked, and all of it stays. */
export const stopOf = (
  appointment: Appointment,
  timeline: Timeline,
  places: PlaceIndex,
  changeCost: ChangeCost = usualChangeCost,
): ProblemStop => {
  const { arrivalWindow, crewSize = 1 } = appointment;
  const [assignment] = appointment.assignments;
  // Whoever has it elsewhere fetches nothing for it any more.
  const pickups = (assignment && appointment.pickups) ?? [];
  const fetched = pickups.filter(({ takenAt }) => takenAt === undefined).map((one) => timeline.at(one.plannedEndAt));
  return {
    id: appointment.id,
    version: appointment.version,
    territoryId: appointment.territoryId,
    place: places.indexOf(appointment.place.location),
    durationSeconds: Math.max(shortestSeconds, appointment.durationSeconds),
    earliest: Math.max(timeline.at(appointment.earliestStartAt), ...fetched),
    due: timeline.at(appointment.dueBy),
    ...(arrivalWindow && { window: { from: timeline.at(arrivalWindow.from), to: timeline.at(arrivalWindow.to) } }),
    priority: rank[appointment.priority],
    skills: appointment.skillRequirements,
    parts: partsFromVan({ ...appointment, pickups }),
    // What is kept for him where it lies, another has not.
    ...(fetched.length > 0 && assignment && { allowedTechnicianIds: [assignment.technicianId] }),
    ...(crewSize > 1 && !assignment && { crewSize }),
    ...(assignment && { present: presentOf(appointment, assignment, timeline, changeCost) }),
  };
};

/** People have arranged themselves: another technician must save half an hour of driving, each minute of delay a minute. */
const usualChangeCost: ChangeCost = { technician: 1800, perSecondMoved: 1 };

const presentOf = (
  appointment: Appointment,
  assignment: Assignment,
  timeline: Timeline,
  changeCost: ChangeCost,
): PresentAssignment => {
  const from = timeline.at(assignment.plannedStartAt);
  return {
    technicianId: assignment.technicianId,
    from,
    to: Math.max(
      from + shortestSeconds,
      timeline.at(assignment.plannedEndAt),
      expectedEnd(appointment, from, timeline),
    ),
    fixed: assignment.locked || appointment.status !== 'scheduled' || isCrew(appointment),
    changeCost,
  };
};

const isCrew = ({ crewSize = 1, assignments }: Appointment): boolean => crewSize > 1 || assignments.length > 1;

/** What runs late takes at least until now, or from now on when it has not begun. */
const expectedEnd = (appointment: Appointment, from: Seconds, { at, now }: Timeline): Seconds => {
  const present = at(now);
  if (appointment.actualStartAt !== undefined) return present;
  return from < present ? present + appointment.durationSeconds : from;
};
