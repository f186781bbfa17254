import * as endpoints from '../../../shared/protocol/endpoints/service-requests.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import { decidePromise } from '../../../shared/rules/promise.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { allTerritories, allWorkTypes } from '../../store/questions/catalogue.ts';
import { coveragePolicy } from '../../store/questions/coverage-book.ts';
import { customerBelongings } from '../../store/questions/customer-belongings.ts';
import { openRequests } from '../../store/questions/open-requests.ts';
import { serviceRequestFile } from '../../store/questions/service-request-file.ts';
import { serviceRequestEntity } from '../../store/entities/service-request.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { workTypeEntity } from '../../store/entities/work-type.ts';
import { actorOf } from '../../api/actor-of.ts';
import { requireVersion } from '../../api/appointment-of.ts';
import { coverageOf, receive } from '../intake.ts';
import type { IntakeSurroundings } from '../told.ts';
import { makeWork } from '../make-work.ts';
import { pageOf } from '../../api/page-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const serviceRequestRoutes: readonly Route[] = [
  staffRoute(endpoints.createServiceRequest, async (asked) => {
    const around = await surroundingsOf(asked);
    return asked.decide(async () => {
      const work = asked.begin();
      const { serviceRequest, workOrder, appointment } = await receive(work, asked.body, around);
      const made = workOrder && appointment && { workOrder, appointmentId: appointment.id };
      return { work, answer: { serviceRequest, ...made } };
    });
  }),

  staffRoute(endpoints.listServiceRequests, ({ deps, tenantId, query }) =>
    pageOf(openRequests(deps.table, tenantId, query.territoryId, query)),
  ),

  staffRoute(endpoints.getServiceRequest, async ({ deps, tenantId, params }) => {
    const file = await serviceRequestFile(deps.table, tenantId, params.serviceRequestId);
    if (!file) throw notFound('service request');
    return file;
  }),

  staffRoute(endpoints.acceptServiceRequest, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, body, now } = asked;
      const { table, newId } = deps;
      const [before, workType, territory] = await Promise.all([
        waitingRequest(asked, asked.params.serviceRequestId),
        table.get(workTypeEntity, tenantId, { id: body.workTypeId }),
        table.get(territoryEntity, tenantId, { id: body.territoryId }),
      ]);
      if (!workType) throw badField('body.workTypeId', 'there is no such work type');
      if (!territory) throw badField('body.territoryId', 'there is no such territory');
      const { contracts = [], assets = [] } = before.customerId
        ? await customerBelongings(table, tenantId, before.customerId)
        : {};
      const asset = assets.find(({ id }) => id === before.assetId);
      const policy = await coveragePolicy(table, tenantId);
      const known = { contracts, ...(asset && { asset }) };
      const coverage = await coverageOf({ table, tenantId, now, policy }, before, known, territory);
      // The promise was given at the receipt; deciding what work it is does not lengthen it.
      const promise = decidePromise({
        priority: before.priority,
        workType,
        contracts: [],
        receivedAt: before.receivedAt,
      });
      const { waitsFor: _waitsFor, ...rest } = before;
      const work = asked.begin();
      const workOrderId = newId('workOrder');
      const serviceRequest = work.update(serviceRequestEntity, before, {
        ...rest,
        status: 'accepted',
        workOrderId,
        workTypeId: workType.id,
        territoryId: territory.id,
        dueBy: before.externalRef === undefined && promise.dueBy < before.dueBy ? promise.dueBy : before.dueBy,
      });
      const request = { ...serviceRequest, territoryId: territory.id };
      const made = makeWork(work, newId, { request, workOrderId, workType, coverage });
      const appointmentId = made.appointment.id;
      work.record(before.id, 'service-request.accepted', actorOf(asked.caller), { workOrderId, appointmentId });
      return { work, answer: { serviceRequest, workOrder: made.workOrder, appointmentId: made.appointment.id } };
    }),
  ),

  staffRoute(endpoints.closeServiceRequest, (asked) =>
    asked.decide(async () => {
      const before = await waitingRequest(asked, asked.params.serviceRequestId);
      const { as, reason } = asked.body;
      const { waitsFor: _waitsFor, ...rest } = before;
      const work = asked.begin();
      const after: ServiceRequest = { ...rest, status: as, ...(as === 'declined' && { declineReason: reason }) };
      const answer = work.update(serviceRequestEntity, before, after);
      work.record(before.id, `service-request.${as}`, actorOf(asked.caller), { reason });
      return { work, answer };
    }),
  ),
];

/** What an intake looks at, read once for all that one call brings. */
export const surroundingsOf = async (asked: StaffAsked): Promise<IntakeSurroundings> => {
  const { deps, tenantId, now, caller } = asked;
  const [territories, workTypes, policy] = await Promise.all([
    allTerritories(deps.table, tenantId),
    allWorkTypes(deps.table, tenantId),
    coveragePolicy(deps.table, tenantId),
  ]);
  return { ...deps, tenantId, now, territories, workTypes, policy, by: actorOf(caller) };
};

const waitingRequest = async (asked: StaffAsked, id: string): Promise<ServiceRequest> => {
  const present = await asked.deps.table.get(serviceRequestEntity, asked.tenantId, { id });
  if (!present) throw notFound('service request');
  requireVersion(asked, present);
  if (present.status === 'new') return present;
  throw new Refusal('wrong-state', { detail: `It is already ${present.status}.`, present });
};
