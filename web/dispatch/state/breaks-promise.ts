import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PlannedStop } from '../../../shared/model/plan.ts';

/** Whether work would begin outside of the window that the customer was told. */
export const breaksPromise = (
  { plannedStartAt }: Pick<PlannedStop, 'plannedStartAt'>,
  appointment: Pick<Appointment, 'arrivalWindow'> | undefined,
): boolean => {
  const window = appointment?.arrivalWindow;
  if (!window) return false;
  const start = Date.parse(plannedStartAt);
  return start < Date.parse(window.from) || Date.parse(window.to) < start;
};
