import { addDays, dayOf } from '../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianView, Visit } from '../../shared/model/technician-view.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { dayRoute } from '../api/day-route.ts';
import { homeOf } from '../api/technician-of.ts';
import { noticesOf } from '../store/questions/field-notices.ts';
import { vanStockNow } from '../store/questions/stock.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { timeSheet } from '../store/questions/time-sheet.ts';
import type { StaffAsked } from './route.ts';
import { visitOf } from './visit-of.ts';

/** Today and the next two. */
const daysAhead = [0, 1, 2];
const mostTimeEntries = 100;

/** Everything that a technician needs for today and the next two days; only his own appointments. */
export const viewOf = async (asked: StaffAsked, technician: Technician): Promise<TechnicianView> => {
  const { deps, tenantId, now } = asked;
  const { table } = deps;
  const territory = await homeOf(asked, technician);
  const today = dayOf(now, territory.timeZone);
  const van = technician.vanStockLocationId;
  const [planned, stock, catalogue, timeEntries, notices] = await Promise.all([
    Promise.all(daysAhead.map((ahead) => plannedOn(asked, technician, territory, addDays(today, ahead)))),
    van === undefined ? [] : vanStockNow(table, tenantId, van),
    deps.catalogue(tenantId),
    timeSheet(table, tenantId, technician.id, mostTimeEntries),
    noticesOf(table, tenantId, technician.id),
  ]);
  const visits = uniqueVisits(planned.flatMap((one) => one.visits));
  return {
    technician,
    timeZone: territory.timeZone,
    days: planned.map(({ day }) => day),
    visits,
    stock,
    parts: catalogue.parts,
    knowledge: catalogue.knowledge.filter((article) => concerns(article, visits)),
    colleagues: colleaguesOf(technician, catalogue.technicians),
    timeEntries,
    notices,
  };
};

const plannedOn = async (asked: StaffAsked, technician: Technician, territory: Territory, day: string) => {
  const { deps, tenantId } = asked;
  const { intervals } = await technicianDay(deps.table, tenantId, technician.id, day);
  const ids = intervals.filter(({ kind }) => kind === 'appointment').map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => visitOf(asked, id)));
  const visits = found
    .filter((visit) => visit !== undefined)
    .filter(({ appointment }) => isHis(appointment, technician));
  const shifts = shiftsOn(technician, day, territory.timeZone);
  // Not from the present moment on: the same plan reads the same at every pull.
  const departAt = shifts[0]?.from ?? intervals[0]?.from ?? asked.now;
  const { appointments, legs } = await dayRoute({
    table: deps.table,
    travel: deps.travel,
    tenantId,
    technician,
    territory,
    appointments: visits.map(({ appointment }) => appointment),
    departAt,
  });
  const order = appointments.map(({ id }) => id);
  const inOrder = visits.sort((a, b) => order.indexOf(a.appointment.id) - order.indexOf(b.appointment.id));
  return { day: { day, shifts, appointmentIds: order, legs }, visits: inOrder };
};

const isHis = ({ assignments }: Appointment, { id }: Technician): boolean =>
  assignments.some(({ technicianId }) => technicianId === id);

/** One over midnight stands on two days. */
const uniqueVisits = (visits: readonly Visit[]): Visit[] => [
  ...new Map(visits.map((visit) => [visit.appointment.id, visit])).values(),
];

const concerns = (
  { assetClasses, workTypeIds }: TechnicianView['knowledge'][number],
  visits: readonly Visit[],
): boolean =>
  (assetClasses.length === 0 && workTypeIds.length === 0) ||
  visits.some(
    ({ asset, appointment }) =>
      (asset !== undefined && assetClasses.includes(asset.assetClass)) || workTypeIds.includes(appointment.workTypeId),
  );

const colleaguesOf = (technician: Technician, all: readonly Technician[]): TechnicianView['colleagues'] =>
  all
    .filter(({ id, active }) => active && id !== technician.id)
    .filter(({ territoryIds }) => territoryIds.some((id) => technician.territoryIds.includes(id)))
    .map(({ id: technicianId, name }) => ({ technicianId, name }));
