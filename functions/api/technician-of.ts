import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { StaffAsked } from './route.ts';

/** The technician, who must be one of the tenant's. */
export const technicianOf = ({ deps, tenantId }: StaffAsked, id: string): Promise<Technician | undefined> =>
  deps.table.get(technicianEntity, tenantId, { id });

/** The home territory, whose zone reads a technician's shifts and names the days of his guard. */
export const homeOf = async ({ deps, tenantId }: StaffAsked, technician: Technician): Promise<Territory> => {
  const home = await deps.table.get(territoryEntity, tenantId, { id: technician.territoryIds[0] ?? '' });
  if (!home) throw new Error(`The home territory of ${technician.id} is missing`);
  return home;
};
