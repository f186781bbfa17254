import { getMyDay } from '../../../shared/protocol/endpoints/technician-day.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { allParts } from '../../store/questions/catalogue.ts';
import { vanStock } from '../../store/questions/stock.ts';
import { technicianDay } from '../../store/questions/technician-days.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { travelIn } from '../../store/travel-in.ts';
import { homeOf, technicianOf } from '../../api/technician-of.ts';
import { staffRoute, type Route } from '../route.ts';

export const technicianDayRoutes: readonly Route[] = [
  staffRoute(getMyDay, async (asked) => {
    const { deps, tenantId, now, caller, params } = asked;
    if (caller.technicianId === undefined) throw new Refusal('not-allowed');
    const technician = await technicianOf(asked, caller.technicianId);
    if (!technician) throw notFound('technician');
    const territory = await homeOf(asked, technician);
    const { timeZone } = territory;
    const day = params.day === 'today' ? dayOf(now, timeZone) : params.day;
    const [guard, stock, parts] = await Promise.all([
      technicianDay(deps.table, tenantId, technician.id, day),
      technician.vanStockLocationId === undefined ? [] : vanStock(deps.table, tenantId, technician.vanStockLocationId),
      allParts(deps.table, tenantId),
    ]);
    const ids = guard.intervals.filter(({ kind }) => kind === 'appointment').map(({ id }) => id);
    const appointments = inOrder(await appointmentsById(deps.table, tenantId, ids), technician.id);
    const places = [technician.startPlace.location, ...appointments.map(({ place }) => place.location)];
    const { table, travel: source } = deps;
    const departAt = Date.parse(now);
    const travel = await travelIn({ table, travel: source, tenantId, territory, places, departAt });
    const legs = appointments.map(({ place: { location: to } }, index) => {
      const from = places[index] ?? to;
      const { seconds, metres } = travel.travel(from, to);
      return { from, to, travelSeconds: seconds, travelMetres: metres };
    });
    const shifts = shiftsOn(technician, day, timeZone);
    return { day, timeZone, technician, shifts, appointments, legs, stock, parts };
  }),
];

const inOrder = (appointments: readonly Appointment[], technicianId: string): Appointment[] => {
  const startOf = ({ assignments }: Appointment): number =>
    Date.parse(assignments.find((one) => one.technicianId === technicianId)?.plannedStartAt ?? '');
  return appointments.filter((one) => !Number.isNaN(startOf(one))).sort((a, b) => startOf(a) - startOf(b));
};
