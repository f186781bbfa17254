import type { Appointment } from '../model/appointment.ts';

/** How many must come, and how many of them have it. */
export interface CrewCount {
  readonly needed: number;
  readonly there: number;
  /** So many are still to be found. */
  readonly missing: number;
}

/** An appointment's crew; of one who goes alone `needed` is 1. More than are needed may come. */
export const crewOf = ({ crewSize = 1, assignments }: Pick<Appointment, 'crewSize' | 'assignments'>): CrewCount => ({
  needed: crewSize,
  there: assignments.length,
  missing: Math.max(0, crewSize - assignments.length),
});

/** Somebody has it, but not as many as must come. */
export const lacksCrew = (appointment: Pick<Appointment, 'crewSize' | 'assignments'>): boolean =>
  appointment.assignments.length > 0 && crewOf(appointment).missing > 0;
