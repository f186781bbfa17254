import type { Appointment } from '../../../shared/model/appointment.ts';
import type { WorkOrder } from '../../../shared/model/work-order.ts';
import { historyEntryEntity } from '../entities/history-entry.ts';
import { workOrderEntity } from '../entities/work-order.ts';
import type { Table } from '../table-client.ts';
import { entriesThatMade } from './entries-that-made.ts';
import { readItems } from './read-items.ts';
import { appointmentsById } from './things-by-id.ts';

export const workOrderFile = async (table: Table, tenantId: string, workOrderId: string) => {
  const items = await table.all({ tenantId, partition: ['WORK-ORDER', workOrderId] });
  const [workOrder]: WorkOrder[] = readItems(workOrderEntity, items);
  if (!workOrder) return undefined;
  const made = await entriesThatMade(table, tenantId, workOrder.serviceRequestId, { workOrderId });
  return { workOrder, history: [...made, ...readItems(historyEntryEntity, items)] };
};

/** The work order's appointments, or those beside one of them, in the order of their making. */
export const appointmentsOfWorkOrder = async (
  table: Table,
  tenantId: string,
  { appointmentIds }: Pick<WorkOrder, 'appointmentIds'>,
  beside?: string,
): Promise<Appointment[]> => {
  const found = await appointmentsById(
    table,
    tenantId,
    appointmentIds.filter((id) => id !== beside),
  );
  return found.sort((a, b) => appointmentIds.indexOf(a.id) - appointmentIds.indexOf(b.id));
};
