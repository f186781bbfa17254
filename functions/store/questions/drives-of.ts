import type { Drive } from '../../../shared/model/drive.ts';
import { driveEntity } from '../entities/drive.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** The newest drives of a territory, up to `limit`. */
export const drivesOf = async (table: Table, tenantId: string, territoryId: string, limit: number): Promise<Drive[]> =>
  readItems(
    driveEntity,
    await table.all({ tenantId, index: 'gsi1', partition: ['DRIVES', territoryId], newestFirst: true }, limit),
  );
