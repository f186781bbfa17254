import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianView } from '../../shared/model/technician-view.ts';

type DayOfView = TechnicianView['days'][number];

/** One day of the view with its stops in order. */
export interface MyDay extends Omit<DayOfView, 'appointmentIds'> {
  readonly timeZone: string;
  readonly technician: TechnicianView['technician'];
  readonly appointments: readonly Appointment[];
  readonly stock: TechnicianView['stock'];
  readonly parts: TechnicianView['parts'];
}

/** The day of the view; its first one where it has no such day any more, as after a night without signal. */
export const myDay = (view: TechnicianView, day: string | undefined): MyDay | undefined => {
  const chosen = view.days.find((one) => one.day === day) ?? view.days[0];
  if (!chosen) return undefined;
  const { appointmentIds, ...rest } = chosen;
  const appointments = appointmentIds.flatMap(
    (id) => view.visits.find(({ appointment }) => appointment.id === id)?.appointment ?? [],
  );
  const { timeZone, technician, stock, parts } = view;
  return { ...rest, timeZone, technician, stock, parts, appointments };
};
