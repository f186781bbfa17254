import { getAssetFile, getCustomerFile, listCustomers } from '../../../shared/protocol/endpoints/customers.ts';
import { nameWords } from '../../../shared/rules/name-words.ts';
import { notFound } from '../../platform/errors.ts';
import { assetFile, warrantiesOf } from '../../store/questions/asset-file.ts';
import { customerBelongings } from '../../store/questions/customer-belongings.ts';
import { customerByContact, customersByWords } from '../../store/questions/customer-search.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { requireOwn } from '../../api/appointment-of.ts';
import { pageOf } from '../../api/page-of.ts';
import { staffRoute, type Route } from '../route.ts';

export const customerRoutes: readonly Route[] = [
  staffRoute(listCustomers, async ({ deps, tenantId, query }) => {
    const { phone, name = '' } = query;
    if (phone === undefined) return pageOf(customersByWords(deps.table, tenantId, name, query));
    const id = await customerByContact(deps.table, tenantId, [phone]);
    const customer = id === undefined ? undefined : await deps.table.get(customerEntity, tenantId, { id });
    const his = nameWords(customer?.name ?? '');
    const fits = nameWords(name).every((word) => his.some((one) => one.startsWith(word)));
    return { items: customer && fits ? [customer] : [] };
  }),

  staffRoute(getCustomerFile, async ({ deps, tenantId, params }) => {
    const [customer, belongings] = await Promise.all([
      deps.table.get(customerEntity, tenantId, { id: params.customerId }),
      customerBelongings(deps.table, tenantId, params.customerId),
    ]);
    if (!customer) throw notFound('customer');
    return { customer, ...belongings };
  }),

  staffRoute(getAssetFile, async (asked) => {
    const { deps, tenantId, params, caller } = asked;
    const [file, warranties] = await Promise.all([
      assetFile(deps.table, tenantId, params.assetId),
      warrantiesOf(deps.table, tenantId, params.assetId),
    ]);
    if (!file) throw notFound('asset');
    const appointments = await appointmentsById(deps.table, tenantId, file.appointmentIds);
    if (caller.onlyTechnicianId !== undefined) requireOwn(asked, ...appointments);
    return { asset: file.asset, warranties, appointments };
  }),
];
