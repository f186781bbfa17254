import { tenantSchema, type Tenant } from '../../../shared/model/tenant.ts';
import { defineEntity } from '../entity.ts';

export const tenantEntity = defineEntity<Tenant, Pick<Tenant, 'id'>>({
  name: 'tenant',
  schema: tenantSchema,
  key: () => ({ partition: ['TENANT'], sort: 'TENANT' }),
});
