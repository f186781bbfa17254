import type { Appointment } from '../../../shared/model/appointment.ts';
import type { HistoryEntry } from '../../../shared/model/history-entry.ts';
import { historyEntryEntity } from '../entities/history-entry.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** What happened to a work order and to its appointments. */
export const historyOfWork = async (
  table: Table,
  tenantId: string,
  workOrderId: string,
  appointments: readonly Pick<Appointment, 'id'>[],
): Promise<HistoryEntry[]> => {
  const partitions = [['WORK-ORDER', workOrderId], ...appointments.map(({ id }) => ['APPOINTMENT', id])];
  const read = partitions.map((partition) =>
    table.all({ tenantId, partition, beginsWith: 'HISTORY#', consistent: true }),
  );
  return (await Promise.all(read)).flatMap((items) => readItems(historyEntryEntity, items));
};
