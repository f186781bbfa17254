import { getMyDay } from '../../../shared/protocol/endpoints/technician-day.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { dayRoute } from '../../api/day-route.ts';
import { homeOf, technicianOf } from '../../api/technician-of.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { allParts } from '../../store/questions/catalogue.ts';
import { vanStock } from '../../store/questions/stock.ts';
import { technicianDay } from '../../store/questions/technician-days.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
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
    const found = await appointmentsById(deps.table, tenantId, ids);
    const { table, travel } = deps;
    const route = await dayRoute({
      table,
      travel,
      tenantId,
      technician,
      territory,
      appointments: found,
      departAt: now,
    });
    return { day, timeZone, technician, shifts: shiftsOn(technician, day, timeZone), ...route, stock, parts };
  }),
];
