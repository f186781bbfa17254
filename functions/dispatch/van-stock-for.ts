import type { Appointment } from '../../shared/model/appointment.ts';
import type { Technician } from '../../shared/model/technician.ts';
import { stockOf } from '../store/questions/stock.ts';
import type { StaffAsked } from './route.ts';

/** What lies on the technician's van of the parts that the appointment needs, by part id; empty where he has no van. */
export const vanStockFor = async (
  { deps, tenantId }: StaffAsked,
  { vanStockLocationId }: Technician,
  { partRequirements }: Appointment,
): Promise<ReadonlyMap<string, number>> => {
  if (vanStockLocationId === undefined || partRequirements.length === 0) return new Map<string, number>();
  const partIds = partRequirements.map(({ partId }) => partId);
  const levels = await stockOf(deps.table, tenantId, [vanStockLocationId], partIds);
  return new Map(levels.map(({ partId, quantity }) => [partId, quantity]));
};
