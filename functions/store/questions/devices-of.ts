import type { Device } from '../../../shared/model/device.ts';
import { deviceEntity } from '../entities/device.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** A technician's devices in the order in which they were added, the revoked ones among them. */
export const devicesOf = async (table: Table, tenantId: string, technicianId: string): Promise<Device[]> =>
  readItems(
    deviceEntity,
    await table.all({ tenantId, index: 'gsi1', partition: ['TECHNICIAN', technicianId], beginsWith: 'DEVICE#' }),
  );
