import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianView } from '../../shared/model/technician-view.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { travelIn } from '../store/travel-in.ts';
import type { Table } from '../store/table-client.ts';

export interface DayRouteAsked {
  readonly table: Table;
  readonly travel: TravelSource;
  readonly tenantId: string;
  readonly technician: Technician;
  readonly territory: Territory;
  readonly appointments: readonly Appointment[];
  readonly departAt: string;
}

/** A technician's appointments in the order of his plan, with the way from the start through them. */
export const dayRoute = async (asked: DayRouteAsked) => {
  const { table, travel: source, tenantId, technician, territory } = asked;
  const appointments = inOrder(asked.appointments, technician.id);
  const places = [technician.startPlace.location, ...appointments.map(({ place }) => place.location)];
  const departAt = Date.parse(asked.departAt);
  const travel = await travelIn({ table, travel: source, tenantId, territory, places, departAt });
  const legs: TechnicianView['days'][number]['legs'] = appointments.map(({ place: { location: to } }, index) => {
    const from = places[index] ?? to;
    const { seconds, metres } = travel.travel(from, to);
    return { from, to, travelSeconds: seconds, travelMetres: metres };
  });
  return { appointments, legs };
};

const inOrder = (appointments: readonly Appointment[], technicianId: string): Appointment[] => {
  const startOf = ({ assignments }: Appointment): number =>
    Date.parse(assignments.find((one) => one.technicianId === technicianId)?.plannedStartAt ?? '');
  return appointments.filter((one) => !Number.isNaN(startOf(one))).sort((a, b) => startOf(a) - startOf(b));
};
