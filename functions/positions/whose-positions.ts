import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { Refusal } from '../platform/errors.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { Table } from '../store/table-client.ts';

export interface Whose {
  readonly technician: Technician;
  readonly home: Territory;
  /** How long his trail is kept, where the company has set it. */
  readonly trailKeptSeconds?: number;
}

/** An active technician and his home territory, read at half the price: facts of weeks, not of seconds. */
export const whosePositions = async (table: Table, tenantId: string, technicianId: string): Promise<Whose> => {
  const technician = await table.get(technicianEntity, tenantId, { id: technicianId }, 'eventually');
  if (!technician?.active) throw new Refusal('not-allowed', { detail: 'This account names no active technician.' });
  const [homeTerritoryId = ''] = technician.territoryIds;
  const home = await table.get(territoryEntity, tenantId, { id: homeTerritoryId }, 'eventually');
  if (!home) throw new Error(`The home territory of ${technicianId} is missing`);
  const company = await table.get(tenantEntity, tenantId, { id: tenantId }, 'eventually');
  const { positionsKeptDays } = company ?? {};
  return { technician, home, ...(positionsKeptDays && { trailKeptSeconds: positionsKeptDays * 86_400 }) };
};
