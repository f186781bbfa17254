import type { ContractUsage } from '../../../shared/model/contract-usage.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import * as endpoints from '../../../shared/protocol/endpoints/contracts.ts';
import { periodsOf } from '../../../shared/rules/coverage/contract-period.ts';
import { renewedContract } from '../../../shared/rules/contract-renewal.ts';
import { pageOf } from '../../api/page-of.ts';
import { actorOf } from '../../api/actor-of.ts';
import { changeRecord, createRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { serviceContractEntity } from '../../store/entities/service-contract.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { contractsByEnd } from '../../store/questions/agreements-lists.ts';
import { contractFile, messagesOfContract } from '../../store/questions/contract-file.ts';
import { customerBelongings } from '../../store/questions/customer-belongings.ts';
import { adjustUsages } from '../adjust-usages.ts';
import { customerNames } from '../customer-names.ts';
import { requireContractThings } from '../known-things.ts';
import { staffRoute, type Route } from '../route.ts';

export const contractRoutes: readonly Route[] = [
  staffRoute(endpoints.listContracts, async ({ deps, tenantId, query }) => {
    const page = await pageOf(contractsByEnd(deps.table, tenantId, query.endsFrom, query));
    const { endsTo } = query;
    const items = page.items.filter(({ endedOn, endsOn }) => endsTo === undefined || (endedOn ?? endsOn) <= endsTo);
    const customers = await customerNames(deps.table, tenantId, items);
    // They come by their last day: where one lies beyond, so do all that follow.
    return items.length < page.items.length ? { items, customers } : { ...page, customers };
  }),

  staffRoute(endpoints.getContractFile, async ({ deps, tenantId, params }) => {
    const file = await contractFile(deps.table, tenantId, params.contractId);
    if (!file) throw notFound('contract');
    const { contract, usages } = file;
    const refs = [...new Set(file.drawings.map(({ workOrderId }) => workOrderId))].map((id) => ({ id }));
    const [{ contracts }, workOrders, messages] = await Promise.all([
      customerBelongings(deps.table, tenantId, contract.customerId),
      deps.table.getMany(workOrderEntity, tenantId, refs),
      messagesOfContract(deps.table, tenantId, contract.id),
    ]);
    const numbers = new Map(workOrders.map(({ id, number }) => [id, number]));
    const drawings = file.drawings.map((one) => ({ ...one, ...numbered(numbers.get(one.workOrderId)) }));
    const periods = periodsOf(contract).map((period) => ({
      ...period,
      ...usageIn(usages, period.from),
      drawings: drawings.filter(({ periodOn }) => periodOn === period.from),
    }));
    return { contract, periods, versions: versionsOf(contract, contracts), messages };
  }),

  staffRoute(endpoints.createContract, async (asked) => {
    const { deps, tenantId, params, body } = asked;
    const { customerId } = params;
    if (!(await deps.table.get(customerEntity, tenantId, { id: customerId }))) throw notFound('customer');
    requireTerm(body);
    await requireContractThings(asked, customerId, body);
    const draft = { id: deps.newId('serviceContract'), customerId, ...body };
    const work = asked.begin();
    return asked.settle(work, createRecord(asked, work, serviceContractEntity, draft));
  }),

  staffRoute(endpoints.changeContract, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, serviceContractEntity, { id: asked.params.contractId });
      requireTerm(asked.body);
      await requireContractThings(asked, before.customerId, asked.body);
      const { id, customerId, version, createdAt, updatedAt, endedOn, expiryTold, renewsId, renewedById } = before;
      const { leaseSwaps, leaseReturns } = before;
      const kept = { id, customerId, version, createdAt, updatedAt, ...asked.body };
      const after: ServiceContract = {
        ...kept,
        ...(endedOn !== undefined && { endedOn }),
        ...(leaseSwaps && { leaseSwaps }),
        ...(leaseReturns && { leaseReturns }),
        // With another last day they are told anew.
        ...(expiryTold && asked.body.endsOn === before.endsOn && { expiryTold }),
        ...(renewsId !== undefined && { renewsId }),
        ...(renewedById !== undefined && { renewedById }),
      };
      const work = asked.begin();
      await adjustUsages(asked, work, before, after);
      return { work, answer: changeRecord(asked, work, serviceContractEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.renewContract, (asked) =>
    asked.decide(async () => {
      const { deps, body, caller } = asked;
      const before = await recordOf(asked, serviceContractEntity, { id: asked.params.contractId });
      const renewed = renewedContract(before, { endsOn: body.endsOn, changes: body.changes });
      if (!renewed.ok) throw new Refusal('wrong-state', { reason: renewed.reason, detail: renewals[renewed.reason] });
      await requireContractThings(asked, before.customerId, renewed.contract);
      const work = asked.begin();
      const draft = { id: deps.newId('serviceContract'), ...renewed.contract };
      const next = createRecord(asked, work, serviceContractEntity, draft);
      work.update(serviceContractEntity, before, { ...before, renewedById: next.id });
      work.record(before.id, 'service-contract.renewed', actorOf(caller), { nextId: next.id, endsOn: next.endsOn });
      return { work, answer: next };
    }),
  ),

  staffRoute(endpoints.endContract, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, serviceContractEntity, { id: asked.params.contractId });
      const { on } = asked.body;
      if (on < before.startsOn || on > before.endsOn) throw badField('body.on', 'must lie within its term');
      const work = asked.begin();
      const after = { ...before, endedOn: on };
      return { work, answer: changeRecord(asked, work, serviceContractEntity, before, after) };
    }),
  ),
];

const numbered = (workOrderNumber: string | undefined): { workOrderNumber?: string } =>
  workOrderNumber === undefined ? {} : { workOrderNumber };

const renewals = {
  'renewed-already': 'It was renewed already.',
  'no-term': 'It says nothing of a renewal: name the last day of the next term.',
  'ends-before-it-begins': 'The next term must not end before it begins.',
} as const;

/** Refuses a term that ends before it begins. */
export const requireTerm = ({ startsOn, endsOn }: Pick<ServiceContract, 'startsOn' | 'endsOn'>): void => {
  if (endsOn < startsOn)
    throw badField('body.endsOn', 'must not end before it begins', { finding: 'ends-before-it-begins' });
};

const usageIn = (usages: readonly ContractUsage[], from: string): { usage?: ContractUsage } => {
  const usage = usages.find(({ periodOn }) => periodOn === from);
  return usage ? { usage } : {};
};

/** Back to its first version, and on to its last. */
const versionsOf = (contract: ServiceContract, all: readonly ServiceContract[]): ServiceContract[] => {
  const versions = [contract];
  for (let one = contract; one.renewsId !== undefined;) {
    const before = all.find(({ id }) => id === one.renewsId);
    if (!before || versions.includes(before)) break;
    versions.unshift((one = before));
  }
  for (let one = contract; one.renewedById !== undefined;) {
    const next = all.find(({ id }) => id === one.renewedById);
    if (!next || versions.includes(next)) break;
    versions.push((one = next));
  }
  return versions;
};
