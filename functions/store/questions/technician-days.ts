import type { TechnicianDay } from '../../../shared/model/technician-day.ts';
import { technicianDayEntity } from '../entities/technician-day.ts';
import type { Table } from '../table-client.ts';

/** What he has on that day; an empty day of version 0 where nothing was ever planned. */
export const technicianDay = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  day: string,
): Promise<TechnicianDay> =>
  (await table.get(technicianDayEntity, tenantId, { technicianId, day })) ?? emptyDay(technicianId, day);

/** The same for many at once, by technician. */
export const technicianDays = async (
  table: Table,
  tenantId: string,
  technicianIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, TechnicianDay>> => {
  const refs = technicianIds.map((technicianId) => ({ technicianId, day }));
  const found = await table.getMany(technicianDayEntity, tenantId, refs);
  const days = new Map(technicianIds.map((id) => [id, emptyDay(id, day)]));
  for (const one of found) days.set(one.technicianId, one);
  return days;
};

/** Several days of one technician, in the order asked for. */
export const daysOfTechnician = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  days: readonly string[],
): Promise<TechnicianDay[]> => {
  const found = await table.getMany(
    technicianDayEntity,
    tenantId,
    days.map((day) => ({ technicianId, day })),
  );
  return days.map((day) => found.find((one) => one.day === day) ?? emptyDay(technicianId, day));
};

const emptyDay = (technicianId: string, day: string): TechnicianDay => ({
  technicianId,
  day,
  version: 0,
  intervals: [],
});
