import type { Site } from '../../../shared/model/site.ts';
import * as endpoints from '../../../shared/protocol/endpoints/customer-records.ts';
import { notFound } from '../../platform/errors.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { siteEntity } from '../../store/entities/site.ts';
import { customerBelongings } from '../../store/questions/customer-belongings.ts';
import { keepContacts } from '../keep-contacts.ts';
import { changeRecord, createRecord, removeRecord } from '../../api/keep-record.ts';
import { inUse, recordOf } from '../../api/record-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const customerRoutes: readonly Route[] = [
  staffRoute(endpoints.createCustomer, (asked) =>
    asked.decide(async () => {
      const { despite, ...told } = asked.body;
      const work = asked.begin();
      const customer = createRecord(asked, work, customerEntity, { id: asked.deps.newId('customer'), ...told });
      await keepContacts(asked, work, { after: customer, despite });
      return { work, answer: customer };
    }),
  ),

  staffRoute(endpoints.changeCustomer, (asked) =>
    asked.decide(async () => {
      const { despite, ...told } = asked.body;
      const before = await recordOf(asked, customerEntity, { id: asked.params.customerId });
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = changeRecord(asked, work, customerEntity, before, { id, version, createdAt, updatedAt, ...told });
      await keepContacts(asked, work, { before, after, despite });
      return { work, answer: after };
    }),
  ),

  staffRoute(endpoints.addSite, async (asked) => {
    const { deps, tenantId, params, body } = asked;
    if (!(await deps.table.get(customerEntity, tenantId, { id: params.customerId }))) throw notFound('customer');
    const work = asked.begin();
    const draft = { id: deps.newId('site'), customerId: params.customerId, ...body };
    return asked.settle(work, createRecord(asked, work, siteEntity, draft));
  }),

  staffRoute(endpoints.changeSite, (asked) =>
    asked.decide(async () => {
      const before = await siteOf(asked, asked.params);
      const { id, customerId, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, customerId, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, siteEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.removeSite, (asked) =>
    asked.decide(async () => {
      const before = await siteOf(asked, asked.params);
      const { assets, contracts } = await customerBelongings(asked.deps.table, asked.tenantId, before.customerId);
      const standing = assets.filter(({ siteId }) => siteId === before.id);
      const naming = contracts.find(({ siteIds }) => siteIds.includes(before.id));
      if (standing[0]) throw inUse(`${standing[0].name} (${standing[0].serial}) stands there.`);
      if (naming) throw inUse(`The contract ${naming.clause} names it.`);
      const work = asked.begin();
      removeRecord(asked, work, siteEntity, before);
      return { work, answer: undefined };
    }),
  ),
];

const siteOf = async (
  asked: StaffAsked,
  { customerId, siteId }: { readonly customerId: string; readonly siteId: string },
): Promise<Site> => {
  const site = await recordOf(asked, siteEntity, { id: siteId });
  if (site.customerId !== customerId) throw notFound('site');
  return site;
};
