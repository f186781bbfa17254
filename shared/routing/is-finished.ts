import type { Appointment } from '../model/appointment.ts';

/** Whether nothing of it is left to plan. */
export const isFinished = ({ status }: Pick<Appointment, 'status'>): boolean => finished.includes(status);

const finished: readonly string[] = ['completed', 'cannot-complete', 'cancelled'];
