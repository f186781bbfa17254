import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

const tenantEntrySchema = z.strictObject({ tenantId: idOf('tenant') });
export type TenantEntry = z.infer<typeof tenantEntrySchema>;

/** Whose the list of tenants is: the house's own, no tenant's. No token can name it, it is no id. */
export const houseTenantId = 'house';

/** One line of the list of tenants, for what is done for all of them by the clock; written when a tenant's own record changes. */
export const tenantEntryEntity = defineEntity<TenantEntry, TenantEntry>({
  name: 'tenant-entry',
  schema: tenantEntrySchema,
  key: ({ tenantId }) => ({ partition: ['TENANTS'], sort: tenantId }),
});
