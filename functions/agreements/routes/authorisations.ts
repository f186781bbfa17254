import * as endpoints from '../../../shared/protocol/endpoints/coverage.ts';
import { actorOf } from '../../api/actor-of.ts';
import { recordOf } from '../../api/record-of.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { authorisationEntity } from '../../store/entities/authorisation.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { authorisationsOf, coverageRecords, waitingAuthorisations } from '../../store/questions/coverage-file.ts';
import { askAuthorisations } from '../ask-authorisations.ts';
import { settleAuthorisation } from '../settle-authorisation.ts';
import { staffRoute, type Route } from '../route.ts';

export const authorisationRoutes: readonly Route[] = [
  staffRoute(endpoints.listAuthorisations, async ({ deps, tenantId }) => ({
    items: await waitingAuthorisations(deps.table, tenantId),
  })),

  // The quote's link is shown this once and kept nowhere.
  staffRoute(
    endpoints.askAuthorisations,
    (asked) =>
      asked.decide(async () => {
        const { deps, tenantId, caller } = asked;
        const { workOrderId } = asked.params;
        const workOrder = await deps.table.get(workOrderEntity, tenantId, { id: workOrderId });
        if (!workOrder) throw notFound('work order');
        const { customerId } = workOrder;
        const [records, before, customer] = await Promise.all([
          coverageRecords(deps.table, tenantId, workOrderId),
          authorisationsOf(deps.table, tenantId, workOrderId),
          customerId === undefined ? undefined : deps.table.get(customerEntity, tenantId, { id: customerId }),
        ]);
        const record = records.at(-1);
        if (!record) {
          throw new Refusal('wrong-state', { reason: 'not-decided', detail: 'Nothing was decided yet: decide first.' });
        }
        const work = asked.begin();
        const answer = askAuthorisations(work, {
          deps,
          tenantId,
          workOrder,
          record,
          asked: before,
          customerName: customer?.name,
          by: actorOf(caller),
        });
        return { work, answer };
      }),
    { keepsAnswer: false },
  ),

  staffRoute(endpoints.answerAuthorisation, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, caller, body, now } = asked;
      const before = await recordOf(asked, authorisationEntity, { id: asked.params.authorisationId });
      const work = asked.begin();
      const around = { table: deps.table, tenantId };
      const given = { ...body, by: actorOf(caller), roles: caller.roles, at: now };
      return { work, answer: await settleAuthorisation(work, around, before, given) };
    }),
  ),
];
