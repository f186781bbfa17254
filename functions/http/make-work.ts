import type { Appointment } from '../../shared/model/appointment.ts';
import type { CoverageSummary } from '../../shared/model/coverage-decision.ts';
import type { Draft } from '../../shared/model/entity.ts';
import type { ServiceRequest } from '../../shared/model/service-request.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import { workOrderNumberOf, type NewId } from '../platform/ids.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../store/entities/asset-appointment.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';

export interface WorkToMake {
  readonly request: Draft<ServiceRequest> & { readonly territoryId: string };
  readonly workOrderId: string;
  readonly workType: WorkType;
  readonly coverage: CoverageSummary;
}

/** Adds the work order of a request and its first, unscheduled appointment to the work; the request's own history entry names both. */
export const makeWork = (
  work: UnitOfWork,
  newId: NewId,
  { request, workOrderId, workType, coverage }: WorkToMake,
): { readonly workOrder: WorkOrder; readonly appointment: Appointment } => {
  const { territoryId, customerId, siteId, assetId, subject, priority, dueBy } = request;
  const common = {
    serviceRequestId: request.id,
    territoryId,
    workTypeId: workType.id,
    subject,
    priority,
    dueBy,
    ...(customerId !== undefined && { customerId }),
    ...(assetId !== undefined && { assetId }),
  };
  const number = workOrderNumberOf(workOrderId);
  const appointmentId = newId('appointment');
  const workOrder = work.create(workOrderEntity, {
    ...common,
    id: workOrderId,
    number,
    status: 'new',
    appointmentIds: [appointmentId],
    coverage,
    ...(siteId !== undefined && { siteId }),
  });
  const appointment = work.create(appointmentEntity, {
    ...common,
    id: appointmentId,
    workOrderId,
    workOrderNumber: number,
    status: 'unscheduled',
    contact: request.contact,
    place: request.place,
    durationSeconds: workType.durationSeconds,
    ...(workType.crewSize !== undefined && { crewSize: workType.crewSize }),
    skillRequirements: workType.skillRequirements,
    partRequirements: workType.partRequirements,
    earliestStartAt: request.receivedAt,
    assignments: [],
    tasks: workType.tasks.map((task, index) => ({ ...task, key: `step-${index + 1}` })),
  });
  if (assetId !== undefined) work.add(assetAppointmentEntity, { assetId, appointmentId });
  return { workOrder, appointment };
};
