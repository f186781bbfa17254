import { isBefore } from '../../geo/instant-arithmetic.ts';
import type { Appointment } from '../../model/appointment.ts';
import type { TimeEntry } from '../../model/time-entry.ts';
import type { Instant } from '../../model/time.ts';

export interface Stopping {
  readonly at: Instant;
  readonly isDoubted: boolean;
  readonly by: string;
  /** Only this one's; absent: everybody's. */
  readonly technicianId?: string | undefined;
}

/** Closes the work that is running: the appointment without it, and the time entries that it became. */
export const stoppedWork = (
  appointment: Appointment,
  { at, isDoubted, by, technicianId }: Stopping,
): { readonly appointment: Appointment; readonly timeEntries: readonly TimeEntry[] } => {
  const { workRunning = [], ...rest } = appointment;
  const isStopped = (one: { technicianId: string }) => technicianId === undefined || one.technicianId === technicianId;
  const left = workRunning.filter((one) => !isStopped(one));
  const timeEntries = workRunning.filter(isStopped).map(({ entryId, isDoubted: wasDoubted, ...running }): TimeEntry => {
    const isReversed = isBefore(at, running.from);
    return {
      id: entryId,
      technicianId: running.technicianId,
      appointmentId: appointment.id,
      kind: 'work',
      from: running.from,
      to: isReversed ? running.from : at,
      by,
      ...((isDoubted || isReversed || wasDoubted) && { isDoubted: true }),
    };
  });
  return { appointment: { ...rest, ...(left.length > 0 && { workRunning: left }) }, timeEntries };
};
