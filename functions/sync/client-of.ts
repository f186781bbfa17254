import { Refusal } from '../platform/errors.ts';
import { syncClientEntity, type SyncClient } from '../store/entities/sync-client.ts';
import type { StaffAsked } from './route.ts';

/** How far an installation's changes have come; one that was never heard of is at 0. It belongs to the technician who used it first. */
export const clientOf = async (
  { deps, tenantId, now }: StaffAsked,
  clientId: string,
  technicianId: string,
): Promise<SyncClient> => {
  const client = await deps.table.get(syncClientEntity, tenantId, { clientId });
  if (client && client.technicianId !== technicianId) {
    throw new Refusal('not-allowed', {
      reason: 'foreign-client',
      detail: 'Another technician works with this client.',
    });
  }
  return client ?? { clientId, technicianId, version: 0, ownVersions: [], updatedAt: now };
};
