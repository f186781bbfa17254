import type { MeterReading } from '../../../shared/model/meter-reading.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import { assetAppointmentEntity } from '../entities/asset-appointment.ts';
import { assetEntity } from '../entities/asset.ts';
import { meterReadingEntity } from '../entities/meter-reading.ts';
import { warrantyEntity } from '../entities/warranty.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** The asset's own partition: itself and the ids of the appointments it had. */
export const assetFile = async (table: Table, tenantId: string, assetId: string) => {
  const items = await table.all({ tenantId, partition: ['ASSET', assetId] });
  const [asset] = readItems(assetEntity, items);
  return asset && { asset, appointmentIds: readItems(assetAppointmentEntity, items).map((row) => row.appointmentId) };
};

export const warrantiesOf = async (table: Table, tenantId: string, assetId: string): Promise<Warranty[]> =>
  readItems(warrantyEntity, await table.all({ tenantId, index: 'gsi1', partition: ['ASSET', assetId] }));

/** What its meters showed, in the order of the readings' making. */
export const assetReadings = async (table: Table, tenantId: string, assetId: string): Promise<MeterReading[]> =>
  readItems(meterReadingEntity, await table.all({ tenantId, partition: ['ASSET', assetId], beginsWith: 'READING#' }));
