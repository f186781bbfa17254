import type { Appointment } from '../../shared/model/appointment.ts';
import type { Draft } from '../../shared/model/entity.ts';
import type { ServiceRequest } from '../../shared/model/service-request.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import { summariseCoverage } from '../../shared/rules/coverage/decide-coverage.ts';
import { contractsInForce } from '../../shared/rules/coverage/promises-in-order.ts';
import { decideIntake } from '../../shared/rules/intake.ts';
import { decidePromise } from '../../shared/rules/promise.ts';
import { badField } from '../platform/errors.ts';
import { warrantiesOf } from '../store/questions/asset-file.ts';
import { allHolidayCalendars } from '../store/questions/coverage-book.ts';
import { serviceRequestEntity } from '../store/entities/service-request.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { addNewCustomer, customerOfRequest, type KnownCustomer } from './customer-of-request.ts';
import { makeWork } from './make-work.ts';
import type { Told, IntakeSurroundings } from './told.ts';

export interface Received {
  readonly serviceRequest: ServiceRequest;
  readonly workOrder?: WorkOrder;
  readonly appointment?: Appointment;
}

/** Finds customer, site, asset, territory and work type of what was told, and adds request, work and history to the unit of work. */
export const receive = async (work: UnitOfWork, told: Told, around: IntakeSurroundings): Promise<Received> => {
  const { territories, workTypes, newId, by } = around;
  const named = workTypes.find(({ id }) => id === told.workTypeId);
  if (told.workTypeId !== undefined && !named) throw badField('body.workTypeId', 'there is no such work type');
  const known = await customerOfRequest(told, named, around);
  const decision = decideIntake({ told, asset: known.asset, territories, workTypes });
  const { territory, workType, waitsFor } = decision;
  const customerId = known.customerId ?? addNewCustomer(work, told, newId);
  const workOrderId = territory && workType && !waitsFor ? newId('workOrder') : undefined;
  const draft: Draft<ServiceRequest> = {
    id: told.imported?.id ?? newId('serviceRequest'),
    kind: told.kind,
    channel: told.channel,
    status: workOrderId ? 'accepted' : 'new',
    subject: told.subject,
    contact: told.contact,
    place: told.place,
    ...(await promiseOf(told, around, decision.workType, known, territory)),
    ...present({
      description: told.description,
      territoryId: territory?.id,
      customerId,
      siteId: known.site?.id,
      assetId: known.asset?.id,
      workTypeId: workType?.id,
      workOrderId,
      waitsFor,
      externalRef: told.imported?.externalRef,
    }),
  };
  const serviceRequest = work.create(serviceRequestEntity, draft);
  const received = (facts: Record<string, string> = {}) =>
    work.record(draft.id, 'service-request.received', by, { channel: told.channel, ...facts });
  if (!workOrderId || !territory || !workType) {
    received();
    return { serviceRequest };
  }
  const coverage = await coverageOf(around, serviceRequest, known, territory);
  const request = { ...serviceRequest, territoryId: territory.id };
  const made = makeWork(work, newId, { request, workOrderId, workType, coverage });
  received({ workOrderId, appointmentId: made.appointment.id });
  return { serviceRequest, ...made };
};

/** Coverage as of now, by the asset's warranties and the customer's contracts. */
export const coverageOf = async (
  { table, tenantId, now, policy }: Pick<IntakeSurroundings, 'table' | 'tenantId' | 'now' | 'policy'>,
  { customerId, siteId }: Pick<ServiceRequest, 'customerId' | 'siteId'>,
  { contracts, asset }: Pick<KnownCustomer, 'contracts' | 'asset'>,
  { timeZone }: Territory,
) => {
  const warranties = asset === undefined ? [] : await warrantiesOf(table, tenantId, asset.id);
  const about = present({ asset, siteId, customerId });
  // How often a contract was used is looked at when prices are: what it promises here is the same.
  return summariseCoverage({ ...about, validAt: now, timeZone, warranties, contracts, usages: [], policy });
};

const promiseOf = async (
  { priority, imported }: Told,
  { now, table, tenantId }: IntakeSurroundings,
  workType: WorkType | undefined,
  { contracts, site, asset }: KnownCustomer,
  territory: Territory | undefined,
): Promise<Pick<ServiceRequest, 'priority' | 'dueBy' | 'receivedAt'>> => {
  const receivedAt = imported?.receivedAt ?? now;
  const zone = territory?.timeZone ?? 'UTC';
  const inForce = contractsInForce({ contracts, siteId: site?.id, asset, zone, at: receivedAt });
  const calendars = inForce.some(({ hours }) => hours?.holidayCalendarId)
    ? await allHolidayCalendars(table, tenantId)
    : [];
  const promise = decidePromise({ priority, workType, contracts: inForce, calendars, receivedAt });
  return { ...promise, receivedAt, ...(imported && { dueBy: imported.dueBy }) };
};

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** Leaves out what is undefined. */
const present = <T extends object>(fields: T): Present<T> => {
  const kept: Present<T> = { ...fields };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
};
