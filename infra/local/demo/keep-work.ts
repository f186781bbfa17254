import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { assetAppointmentEntity } from '../../../functions/store/entities/asset-appointment.ts';
import { historyEntryEntity } from '../../../functions/store/entities/history-entry.ts';
import { openClocksEntity } from '../../../functions/store/entities/open-clocks.ts';
import { serviceRequestEntity } from '../../../functions/store/entities/service-request.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import { workOrderNumberOf } from '../../../functions/platform/ids.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Actor, HistoryEntry, HistoryEvent } from '../../../shared/model/history-entry.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import type { WorkOrder } from '../../../shared/model/work-order.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import { summariseCoverage } from '../../../shared/rules/coverage/decide-coverage.ts';
import { workOrderStatusOf } from '../../../shared/rules/work-order-status.ts';
import { demonstrationZone } from './catalogue.ts';
import type { DemoCompany } from './company.ts';
import { demoClocks } from './demo-clocks.ts';
import type { DemoWork } from './invent-work.ts';
import type { Keep } from './keep.ts';

/** What happened to an appointment since it was made, oldest first. */
export interface Happened {
  readonly event: HistoryEvent;
  readonly at: string;
  readonly by: Actor;
}

const office: Actor = { kind: 'staff', id: 'demonstration', name: 'Dora Lindgren' };

export const appointmentIdOf = ({ make }: DemoCompany, work: DemoWork): string =>
  make.id('appointment', work.name, work.receivedAt);

/** Hands over the request, its work order and its appointment with their history; `change` takes the appointment on from unscheduled. */
export function keepWork(
  company: DemoCompany,
  work: DemoWork,
  keep: Keep,
  change: Partial<Appointment> = {},
  happened: readonly Happened[] = [],
): Appointment {
  const { make } = company;
  const base = appointmentOf(company, work);
  const last = happened.at(-1)?.at ?? work.receivedAt;
  const appointment: Appointment = { ...base, ...change, version: 1 + happened.length, updatedAt: last };
  const workOrder = workOrderOf(company, work, appointment);
  keep(serviceRequestEntity, requestOf(company, work));
  keep(workOrderEntity, workOrder);
  keep(appointmentEntity, appointment);
  if (work.asset) keep(assetAppointmentEntity, { assetId: work.asset.id, appointmentId: appointment.id });
  const history: HistoryEntry[] = [];
  const tell = (subjectId: string, { event, at, by }: Happened, facts: HistoryEntry['facts'] = {}) => {
    const id = make.id('historyEntry', `${subjectId}/${event}`, at);
    history.push({ id, subjectId, event, at, by, facts });
  };
  const received = { event: 'service-request.received', at: work.receivedAt, by: office } as const;
  tell(base.serviceRequestId, received, { workOrderId: workOrder.id, appointmentId: appointment.id });
  for (const one of happened) tell(appointment.id, one);
  for (const entry of history) keep(historyEntryEntity, entry);
  const clocks = demoClocks(company, work, workOrder, history);
  if (clocks) keep(openClocksEntity, clocks);
  return appointment;
}

function appointmentOf(company: DemoCompany, work: DemoWork): Appointment {
  const { make, catalogue } = company;
  const { workType } = work;
  const workOrderId = make.id('workOrder', work.name, work.receivedAt);
  return {
    ...make.record('appointment', work.name, work.receivedAt),
    workOrderId,
    workOrderNumber: workOrderNumberOf(workOrderId),
    serviceRequestId: make.id('serviceRequest', work.name, work.receivedAt),
    territoryId: catalogue.territories[work.territory].id,
    workTypeId: workType.id,
    customerId: work.customer.id,
    ...(work.asset ? { assetId: work.asset.id } : {}),
    status: 'unscheduled',
    subject: work.subject,
    contact: contactOf(work),
    place: work.place,
    priority: work.priority,
    durationSeconds: workType.durationSeconds,
    ...(workType.crewSize !== undefined && { crewSize: workType.crewSize }),
    skillRequirements: workType.skillRequirements,
    partRequirements: workType.partRequirements,
    earliestStartAt: work.receivedAt,
    dueBy: work.dueBy,
    assignments: [],
    tasks: workType.tasks.map((task, index) => ({ key: `step-${index + 1}`, ...task })),
  };
}

function workOrderOf({ make, catalogue, book }: DemoCompany, work: DemoWork, appointment: Appointment): WorkOrder {
  const coverage = summariseCoverage({
    ...(work.asset && { asset: work.asset }),
    ...(work.siteId !== undefined && { siteId: work.siteId }),
    customerId: work.customer.id,
    warranties: book.warranties,
    contracts: book.contracts.filter(({ customerId }) => customerId === work.customer.id),
    usages: [],
    policy: { precedence: [...usualPrecedence] },
    timeZone: demonstrationZone,
    validAt: work.receivedAt,
  });
  return {
    ...make.record('workOrder', work.name, work.receivedAt),
    number: appointment.workOrderNumber,
    status: workOrderStatusOf([appointment.status], 'new'),
    subject: work.subject,
    serviceRequestId: appointment.serviceRequestId,
    appointmentIds: [appointment.id],
    territoryId: catalogue.territories[work.territory].id,
    workTypeId: work.workType.id,
    customerId: work.customer.id,
    ...(work.siteId === undefined ? {} : { siteId: work.siteId }),
    ...(work.asset ? { assetId: work.asset.id } : {}),
    priority: work.priority,
    dueBy: work.dueBy,
    coverage,
  };
}

function requestOf({ make, catalogue }: DemoCompany, work: DemoWork): ServiceRequest {
  const channels = ['phone', 'web-form', 'phone', 'e-mail', 'customer-link'] as const;
  return {
    ...make.record('serviceRequest', work.name, work.receivedAt),
    kind: 'fault',
    channel: channels[work.name.length % channels.length] ?? 'phone',
    status: 'accepted',
    subject: work.subject,
    contact: contactOf(work),
    place: work.place,
    receivedAt: work.receivedAt,
    dueBy: work.dueBy,
    priority: work.priority,
    territoryId: catalogue.territories[work.territory].id,
    customerId: work.customer.id,
    ...(work.siteId === undefined ? {} : { siteId: work.siteId }),
    ...(work.asset ? { assetId: work.asset.id } : {}),
    workTypeId: work.workType.id,
    workOrderId: make.id('workOrder', work.name, work.receivedAt),
  };
}

function contactOf({ customer }: DemoWork): ServiceRequest['contact'] {
  const [phone] = customer.phones;
  return {
    name: customer.name,
    ...(phone === undefined ? {} : { phone }),
    ...(customer.email === undefined ? {} : { email: customer.email }),
  };
}
