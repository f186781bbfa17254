import type { RouteLine } from '../../map/RouteLayer.svelte';
import type { ConsoleState } from '../state/console-state.svelte.ts';

/** The way of the technician looked at; during a review, the ways that the plan would change. */
export const routeLines = (desk: ConsoleState): RouteLine[] => {
  const planned = desk.plan.changes.length > 0 ? desk.plan.plan : undefined;
  if (planned) {
    const touched = new Set(desk.plan.changes.map(({ technicianId }) => technicianId));
    const looked = desk.technicianId;
    return planned.routes
      .filter(({ technicianId }) => (looked ? technicianId === looked : touched.has(technicianId)))
      .map(({ technicianId, stops }) => ({
        id: technicianId,
        kind: 'proposed',
        positions: [
          ...startOf(desk, technicianId),
          ...stops.flatMap(({ appointmentId }) => {
            const location = desk.board.appointments.get(appointmentId)?.place.location;
            return location ? [location] : [];
          }),
        ],
      }));
  }
  return desk.rows
    .filter(({ technician }) => technician.id === desk.technicianId)
    .map(({ technician, blocks }) => ({
      id: technician.id,
      kind: 'now',
      positions: [technician.startPlace.location, ...blocks.map(({ appointment }) => appointment.place.location)],
    }));
};

const startOf = (desk: ConsoleState, technicianId: string) => {
  const technician = desk.catalogue.technicians.get(technicianId);
  return technician ? [technician.startPlace.location] : [];
};
