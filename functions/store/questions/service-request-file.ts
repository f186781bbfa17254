import { historyEntryEntity } from '../entities/history-entry.ts';
import { serviceRequestEntity } from '../entities/service-request.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

export const serviceRequestFile = async (table: Table, tenantId: string, serviceRequestId: string) => {
  const items = await table.all({ tenantId, partition: ['SERVICE-REQUEST', serviceRequestId] });
  const [serviceRequest] = readItems(serviceRequestEntity, items);
  return serviceRequest && { serviceRequest, history: readItems(historyEntryEntity, items) };
};
