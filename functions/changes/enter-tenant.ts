import { houseTenantId, tenantEntryEntity } from '../store/entities/tenant-entry.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { ChangesDeps } from './changes-deps.ts';

/** Puts a tenant on the list that the clock goes through; from the stream, so that no way of making a tenant forgets it. */
export const enterTenant = async (deps: ChangesDeps, tenantId: string): Promise<void> => {
  const work = beginWork({ ...deps, tenantId: houseTenantId, now: deps.clock().toISOString() });
  work.put(tenantEntryEntity, { tenantId });
  await work.commit();
};
