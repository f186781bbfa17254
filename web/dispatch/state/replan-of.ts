import type { Appointment } from '../../../shared/model/appointment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import type { ConsoleState } from './console-state.svelte.ts';

/** So many may be named as disturbed at once. */
const mostNamed = 50;

/** Which of them may be given another place: what is told, locked or under way stays. */
export const replannable = (appointments: readonly Appointment[]): readonly Appointment[] =>
  appointments
    .filter(({ status, assignments }) =>
      assignments.length === 0
        ? isPlannable(status)
        : status === 'scheduled' && !assignments.some(({ locked }) => locked),
    )
    .slice(0, mostNamed);

/** Asks for another place for them on the day that is looked at, and for as few changes as possible elsewhere; `also` are technicians whose day no longer holds. */
export const replanOf = (desk: ConsoleState, disturbed: readonly Appointment[], also: readonly string[] = []): void => {
  const { territory, day } = desk;
  const appointmentIds = replannable(disturbed).map(({ id }) => id);
  if (!territory || appointmentIds.length === 0) return;
  const those = disturbed.flatMap(({ assignments }) => assignments.map(({ technicianId }) => technicianId));
  const technicianIds = [...new Set([...also, ...those])].slice(0, 20);
  desk.disturbed = undefined;
  desk.open(undefined);
  void desk.plan.request({
    ...{ territoryIds: [territory.id], fromDay: day, days: 1 },
    disturbance: { appointmentIds, technicianIds },
  });
};
