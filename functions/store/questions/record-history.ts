import type { HistoryEntry } from '../../../shared/model/history-entry.ts';
import { historyEntryEntity } from '../entities/history-entry.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

const mostEntries = 100;

/** The last changes of a technician, customer or another record of the book, newest first. */
export const recordHistory = async (table: Table, tenantId: string, subjectId: string): Promise<HistoryEntry[]> => {
  const { partition } = historyEntryEntity.key({ subjectId, id: '' });
  const items = await table.all({ tenantId, partition, beginsWith: 'HISTORY#', newestFirst: true }, mostEntries);
  return readItems(historyEntryEntity, items);
};
