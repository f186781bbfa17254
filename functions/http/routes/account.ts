import { getAccount } from '../../../shared/protocol/endpoints/account.ts';
import { Refusal } from '../../platform/errors.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import { staffRoute, type Route } from '../route.ts';

export const accountRoutes: readonly Route[] = [
  staffRoute(getAccount, async ({ deps, tenantId, caller, now }) => {
    const tenant = await deps.table.get(tenantEntity, tenantId, { id: tenantId });
    if (!tenant) throw new Refusal('not-found', { detail: 'Your company is not set up here.' });
    const { accountId, name, roles, technicianId } = caller;
    return { tenant, accountId, name, roles: [...roles], now, ...(technicianId !== undefined && { technicianId }) };
  }),
];
