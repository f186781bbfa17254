import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { Refusal } from '../platform/errors.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { Table } from '../store/table-client.ts';

export interface Whose {
  readonly technician: Technician;
  readonly home: Territory;
}

/** An active technician and his home territory, read at half the price: facts of weeks, not of seconds. */
export const whosePositions = async (table: Table, tenantId: string, technicianId: string): Promise<Whose> => {
  const technician = await table.get(technicianEntity, tenantId, { id: technicianId }, 'eventually');
  if (!technician?.active) throw new Refusal('not-allowed', { detail: 'This account names no active technician.' });
  const [homeTerritoryId = ''] = technician.territoryIds;
  const home = await table.get(territoryEntity, tenantId, { id: homeTerritoryId }, 'eventually');
  if (!home) throw new Error(`The home territory of ${technicianId} is missing`);
  return { technician, home };
};
