import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ConsoleState } from './console-state.svelte.ts';

/** An appointment as the board has it, or as the plan under review does: that one reaches over more days and territories. */
export const knownAppointment = ({ board, plan }: ConsoleState, appointmentId: string): Appointment | undefined =>
  board.appointments.get(appointmentId) ?? plan.named.get(appointmentId);
