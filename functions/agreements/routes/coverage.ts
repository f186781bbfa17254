import * as endpoints from '../../../shared/protocol/endpoints/coverage.ts';
import type { WorkOrder } from '../../../shared/model/work-order.ts';
import { chainFault } from '../../../shared/rules/coverage/coverage-chain.ts';
import { coverageDifference } from '../../../shared/rules/coverage/coverage-difference.ts';
import { decideCoverage } from '../../../shared/rules/coverage/decide-coverage.ts';
import { slaClocks } from '../../../shared/rules/sla/sla-clocks.ts';
import { actorOf } from '../../api/actor-of.ts';
import { requireOwn } from '../../api/appointment-of.ts';
import { notFound } from '../../platform/errors.ts';
import { openClocksEntity } from '../../store/entities/open-clocks.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { keepCoverage } from '../../store/keep-coverage.ts';
import { coverageFactsOf } from '../../store/questions/coverage-facts.ts';
import { authorisationsOf, coverageRecords } from '../../store/questions/coverage-file.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const coverageRoutes: readonly Route[] = [
  staffRoute(endpoints.getCoverage, async (asked) => {
    const { deps, tenantId, now } = asked;
    const { table, seal } = deps;
    const workOrder = await workOrderOf(asked, asked.params.workOrderId);
    const [records, authorisations, clocks] = await Promise.all([
      coverageRecords(table, tenantId, workOrder.id),
      authorisationsOf(table, tenantId, workOrder.id),
      table.get(openClocksEntity, tenantId, { workOrderId: workOrder.id }),
    ]);
    const last = records.at(-1);
    const { facts, appointments } = await coverageFactsOf(table, tenantId, workOrder);
    if (asked.caller.onlyTechnicianId !== undefined) requireOwn(asked, ...appointments);
    const decision = decideCoverage(facts);
    const difference = last && coverageDifference(last.decision, decision);
    return {
      facts,
      decision,
      records,
      chainHolds: chainFault(records, seal.verify) === undefined,
      ...(difference && { difference }),
      authorisations,
      clocks: clocks ? slaClocks(clocks.terms, clocks.events, now) : [],
    };
  }),

  staffRoute(endpoints.decideWorkOrderCoverage, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, body, caller, now } = asked;
      const workOrder = await workOrderOf(asked, asked.params.workOrderId);
      const records = await coverageRecords(deps.table, tenantId, workOrder.id);
      const causes = body.causes && { found: body.causes, at: now };
      const known = await coverageFactsOf(deps.table, tenantId, { ...workOrder, ...(causes && { causes }) });
      const work = asked.begin();
      const { record, difference } = keepCoverage(work, {
        ...known,
        workOrder,
        causes,
        records,
        by: actorOf(caller),
        seal: deps.seal,
      });
      return { work, answer: { record, ...(difference && { difference }) } };
    }),
  ),
];

const workOrderOf = async ({ deps, tenantId }: StaffAsked, id: string): Promise<WorkOrder> => {
  const workOrder = await deps.table.get(workOrderEntity, tenantId, { id });
  if (!workOrder) throw notFound('work order');
  return workOrder;
};
