import type { TimeEntry } from '../../../shared/model/time-entry.ts';
import { timeEntryEntity } from '../entities/time-entry.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** A technician's newest entries in the order of time. */
export const timeSheet = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  most: number,
): Promise<TimeEntry[]> => {
  const question = { tenantId, partition: ['TECHNICIAN', technicianId], beginsWith: 'TIME#' };
  const { items } = await table.page({ ...question, newestFirst: true, consistent: true }, most);
  return readItems(timeEntryEntity, items).reverse();
};
