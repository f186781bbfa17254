import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { tenantSchema } from '../../model/tenant.ts';
import { instant } from '../../model/time.ts';
import { endpoint, everyStaff, roles } from '../endpoint.ts';

export const getAccount = endpoint({
  method: 'GET',
  path: '/v1/account',
  summary: 'Who I am: my tenant, roles and, for a technician, which one',
  access: everyStaff,
  response: z.strictObject({
    tenant: tenantSchema,
    accountId: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    technicianId: z.optional(idOf('technician')),
    now: instant,
  }),
});
