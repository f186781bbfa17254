import type { RouteLine } from '../../map/RouteLayer.svelte';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { Position } from '../../../shared/model/place.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { BoardRowView } from '../state/board-rows.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { knownAppointment } from '../state/known-appointment.ts';

/** The way of the technician looked at, or of all; during a review, the legs that the plan would add. */
export const routeLines = (desk: ConsoleState, ofAll = false): RouteLine[] => {
  if (desk.plan.changes.length > 0) {
    const shown = desk.plan.proposals.filter(({ part }) => part.day === desk.day);
    return shown.flatMap(({ routes }) => routes).flatMap((route) => plannedLines(desk, route));
  }
  return desk.rows
    .filter(({ technician }) => (ofAll && desk.technicianId === undefined) || technician.id === desk.technicianId)
    .flatMap((row) => doneAndToDo(row, desk.day));
};

/** The part behind up to where he works or worked last, and the part ahead from there, or from where he was seen on his way. */
const doneAndToDo = ({ technician, blocks, position }: BoardRowView, day: string): RouteLine[] => {
  const stops = blocks.filter(({ appointment }) => appointment.day === day).map(({ appointment }) => appointment);
  const behind = stops.findLastIndex(({ status }) => status === 'on-site' || isFinished(status)) + 1;
  const places = [technician.startPlace.location, ...stops.map(({ place }) => place.location)];
  const isOnTheWay = stops[behind]?.status === 'travelling';
  const from = places.slice(0, behind + 1);
  const here = isOnTheWay && position ? [position.fix.location] : [];
  return [
    { id: `${technician.id} done`, kind: 'done', positions: [...from, ...here] },
    {
      id: technician.id,
      kind: 'now',
      positions: [...(here.length > 0 ? here : from.slice(-1)), ...places.slice(behind + 1)],
    },
  ];
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
