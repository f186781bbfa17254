import type { Appointment } from '../../shared/model/appointment.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { workOrderStatusOf } from '../../shared/rules/work-order-status.ts';
import { appointmentsOfWorkOrder } from '../store/questions/work-order-file.ts';
import { serviceRequestEntity } from '../store/entities/service-request.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { actorOf } from './actor-of.ts';
import type { StaffAsked } from './route.ts';

/**
 * Adds to the work what follows for the work order from an appointment's new status; `together` are those that change with
 * it, or that are made with it.
 */
export const followWorkOrder = async (
  asked: StaffAsked,
  work: UnitOfWork,
  after: Appointment,
  together: readonly Appointment[] = [],
): Promise<void> => {
  const { deps, tenantId } = asked;
  const workOrder = await deps.table.get(workOrderEntity, tenantId, { id: after.workOrderId });
  if (!workOrder) throw new Error(`The work order ${after.workOrderId} of ${after.id} is missing`);
  const others = await appointmentsOfWorkOrder(deps.table, tenantId, workOrder, after.id);
  const known = others.map((other) => together.find(({ id }) => id === other.id) ?? other);
  const made = together.filter(
    ({ id, workOrderId }) => workOrderId === workOrder.id && !workOrder.appointmentIds.includes(id),
  );
  const statuses = [...known, after, ...made].map((appointment) => appointment.status);
  const status = workOrderStatusOf(statuses, workOrder.status);
  if (status === workOrder.status && made.length === 0) return;
  const appointmentIds = [...workOrder.appointmentIds, ...made.map(({ id }) => id)];
  work.update(workOrderEntity, workOrder, { ...workOrder, status, appointmentIds });
  if (status === 'completed') await resolveRequest(asked, work, workOrder);
};

/** What the customer asked for is done with the work. */
const resolveRequest = async (asked: StaffAsked, work: UnitOfWork, { serviceRequestId }: WorkOrder): Promise<void> => {
  const request = await asked.deps.table.get(serviceRequestEntity, asked.tenantId, { id: serviceRequestId });
  if (request?.status !== 'accepted') return;
  work.update(serviceRequestEntity, request, { ...request, status: 'resolved' });
  work.record(request.id, 'service-request.resolved', actorOf(asked.caller));
};
