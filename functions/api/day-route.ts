import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Position } from '../../shared/model/place.ts';
import type { TechnicianView } from '../../shared/model/technician-view.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { reservedParts } from '../../shared/rules/reserved-parts.ts';
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
  const start = technician.startPlace.location;
  const departAt = Date.parse(asked.departAt);
  const vias = appointments.map((_stop, index) => fetchedBefore(appointments, index, technician.id));
  const places = [start, ...vias.flat(), ...appointments.map(({ place }) => place.location)];
  const travel = await travelIn({ table, travel: source, tenantId, territory, places, departAt });
  const legs: TechnicianView['days'][number]['legs'] = appointments.map(({ place: { location: to } }, index) => {
    const from = appointments[index - 1]?.place.location ?? start;
    const via = vias[index] ?? [];
    const ways = [from, ...via].map((place, at) => travel.travel(place, via[at] ?? to));
    return {
      ...{ from, to, ...(via.length > 0 && { via }) },
      travelSeconds: ways.reduce((sum, { seconds }) => sum + seconds, 0),
      travelMetres: ways.reduce((sum, { metres }) => sum + metres, 0),
    };
  });
  return { appointments, legs };
};

/** Where he fetches parts between the stop before and this one. */
const fetchedBefore = (stops: readonly Appointment[], index: number, technicianId: string): Position[] => {
  const startOf = (at: number) => stops[at]?.assignments[0]?.plannedStartAt ?? '';
  return stops
    .filter(({ assignments }) => assignments[0]?.technicianId === technicianId)
    .flatMap(reservedParts)
    .filter(({ plannedStartAt: at }) => at < startOf(index) && (index === 0 || at >= startOf(index - 1)))
    .sort((a, b) => a.plannedStartAt.localeCompare(b.plannedStartAt))
    .map(({ place }) => place.location);
};

const inOrder = (appointments: readonly Appointment[], technicianId: string): Appointment[] => {
  const startOf = ({ assignments }: Appointment): number =>
    Date.parse(assignments.find((one) => one.technicianId === technicianId)?.plannedStartAt ?? '');
  return appointments.filter((one) => !Number.isNaN(startOf(one))).sort((a, b) => startOf(a) - startOf(b));
};
