import type { Appointment } from '../model/appointment.ts';
import type { Pickup } from '../model/pickup.ts';
import { isFinished } from './appointment-lifecycle.ts';

/** What places of stock hold ready for an appointment: what is not on the van yet, as long as it is not over. */
export const reservedParts = ({ status, pickups = [] }: Pick<Appointment, 'status' | 'pickups'>): Pickup[] =>
  isFinished(status) ? [] : pickups.filter(({ takenAt }) => takenAt === undefined);
