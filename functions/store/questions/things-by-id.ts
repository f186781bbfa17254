import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Asset } from '../../../shared/model/asset.ts';
import { appointmentEntity } from '../entities/appointment.ts';
import { assetEntity } from '../entities/asset.ts';
import type { Table } from '../table-client.ts';

export const appointmentsById = (table: Table, tenantId: string, ids: readonly string[]): Promise<Appointment[]> =>
  table.getMany(appointmentEntity, tenantId, asRefs(ids));

export const assetsById = (table: Table, tenantId: string, ids: readonly string[]): Promise<Asset[]> =>
  table.getMany(assetEntity, tenantId, asRefs(ids));

const asRefs = (ids: readonly string[]) => ids.map((id) => ({ id }));
