import { tenantSchema, type Tenant } from '../../shared/model/tenant.ts';
import { aRecord } from './an-id.ts';

/** The company of most tests. */
export const aTenant = (changes: Partial<Tenant> = {}): Tenant =>
  tenantSchema.parse({
    ...aRecord('tenant'),
    name: 'Harbor Field Service',
    currency: 'USD',
    language: 'en',
    phone: '+16175550100',
    ...changes,
  });
