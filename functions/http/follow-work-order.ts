import type { Appointment } from '../../shared/model/appointment.ts';
import { workOrderStatusOf } from '../../shared/rules/work-order-status.ts';
import { appointmentsOfWorkOrder } from '../store/access-patterns.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';

/** Adds to the work what follows for the work order from an appointment's new status. */
export const followWorkOrder = async (asked: StaffAsked, work: UnitOfWork, after: Appointment): Promise<void> => {
  const { deps, tenantId } = asked;
  const [workOrder, appointments] = await Promise.all([
    deps.table.get(workOrderEntity, tenantId, { id: after.workOrderId }),
    appointmentsOfWorkOrder(deps.table, tenantId, after.workOrderId),
  ]);
  if (!workOrder) throw new Error(`The work order ${after.workOrderId} of ${after.id} is missing`);
  const others = appointments.filter(({ id }) => id !== after.id).map(({ status }) => status);
  const status = workOrderStatusOf([...others, after.status], workOrder.status);
  if (status !== workOrder.status) work.update(workOrderEntity, workOrder, { ...workOrder, status });
};
