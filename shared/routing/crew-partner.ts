import type { Appointment } from '../model/appointment.ts';
import type { ProblemStop } from './problem.ts';

const mark = '+crew';

/**
 * What an incomplete crew lacks, as a stop of its own: as many others, at the very moment at which the rest will be there. Who is
 * there already stays; nobody is sought for what has begun.
 */
export const crewPartner = (
  { crewSize = 1, assignments, travelStartedAt, actualStartAt }: Appointment,
  stop: ProblemStop,
  allowed?: readonly string[],
): ProblemStop | undefined => {
  const missing = crewSize - assignments.length;
  if (!stop.present || missing <= 0 || (travelStartedAt ?? actualStartAt) !== undefined) return undefined;
  const { present, windows: _windows, setupSeconds: _setup, allowedTechnicianIds: _his, ...rest } = stop;
  const there = assignments.map(({ technicianId }) => technicianId);
  return {
    ...rest,
    id: stop.id + mark,
    earliest: Math.min(stop.earliest, present.from),
    // How late it is was weighed when the first was sent.
    due: Math.max(stop.due, present.to),
    window: { from: present.from, to: present.from },
    parts: [],
    forbiddenTechnicianIds: [...(stop.forbiddenTechnicianIds ?? []), ...there],
    ...(allowed && { allowedTechnicianIds: allowed }),
    ...(missing > 1 && { crewSize: missing }),
  };
};

/** The appointment that a stop stands for, whether it is all of its crew or what is missing of it. */
export const appointmentIdOf = (stopId: string): string =>
  stopId.endsWith(mark) ? stopId.slice(0, -mark.length) : stopId;

export const isCrewPartner = (stopId: string): boolean => stopId.endsWith(mark);
