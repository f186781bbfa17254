import type { Appointment } from '../../../shared/model/appointment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { lacksCrew } from '../../../shared/rules/crew-of.ts';

/** It has a time, and waits for who is missing of its crew. */
export const waitsForCrew = (appointment: Appointment): boolean =>
  isPlannable(appointment.status) && lacksCrew(appointment);
