import type { HistoryEntry } from '../../../shared/model/history-entry.ts';
import { historyEntryEntity } from '../entities/history-entry.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** What the request's history tells of the making of a work order or an appointment: one entry serves all three. */
export const entriesThatMade = async (
  table: Table,
  tenantId: string,
  serviceRequestId: string,
  made: { readonly workOrderId: string } | { readonly appointmentId: string },
): Promise<HistoryEntry[]> => {
  const items = await table.all({
    tenantId,
    partition: ['SERVICE-REQUEST', serviceRequestId],
    beginsWith: 'HISTORY#',
  });
  const [[fact, id] = []] = Object.entries(made);
  return readItems(historyEntryEntity, items).filter(({ facts }) => fact !== undefined && facts[fact] === id);
};
