import type { Absence } from '../../../shared/model/absence.ts';
import { absenceEntity } from '../entities/absence.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** Every absence of a technician, in the order of their beginnings. */
export const absencesOf = async (table: Table, tenantId: string, technicianId: string): Promise<Absence[]> => {
  const items = await table.all({ tenantId, partition: ['TECHNICIAN', technicianId], beginsWith: 'ABSENCE#' });
  return readItems(absenceEntity, items).sort((a, b) => a.span.from.localeCompare(b.span.from));
};
