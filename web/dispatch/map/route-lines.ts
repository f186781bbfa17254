import type { RouteLine } from '../../map/RouteLayer.svelte';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { knownAppointment } from '../state/known-appointment.ts';

/** The way of the technician looked at; during a review, the legs that the plan would add. */
export const routeLines = (desk: ConsoleState): RouteLine[] => {
  if (desk.plan.changes.length > 0) {
    const shown = desk.plan.proposals.filter(({ part }) => part.day === desk.day);
    return shown.flatMap(({ routes }) => routes).flatMap((route) => plannedLines(desk, route));
  }
  return desk.rows
    .filter(({ technician }) => technician.id === desk.technicianId)
    .map(({ technician, blocks }) => ({
      id: technician.id,
      kind: 'now',
      positions: [technician.startPlace.location, ...blocks.map(({ appointment }) => appointment.place.location)],
    }));
};

/** The whole route of the technician looked at, otherwise only the way to each stop that is new or moved. */
const plannedLines = (desk: ConsoleState, { technicianId, stops }: PlannedRoute): RouteLine[] => {
  const start = desk.catalogue.technicians.get(technicianId)?.startPlace.location;
  const places = stops.map(({ appointmentId }) => knownAppointment(desk, appointmentId)?.place.location);
  const way = [start, ...places];
  if (desk.technicianId === technicianId) {
    return [{ id: technicianId, kind: 'proposed', positions: way.flatMap(present) }];
  }
  if (desk.technicianId !== undefined) return [];
  return stops.flatMap(({ appointmentId, change }, i): RouteLine[] =>
    change === 'kept' ? [] : [{ id: appointmentId, kind: 'proposed', positions: way.slice(i, i + 2).flatMap(present) }],
  );
};

const present = (position: Position | undefined): Position[] => (position ? [position] : []);
