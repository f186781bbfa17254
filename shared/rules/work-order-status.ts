import type { AppointmentStatus } from '../model/appointment.ts';
import type { WorkOrderStatus } from '../model/work-order.ts';

/** What people set holds until they change it; a resumed work order is asked about as `new`. */
const setByPeople: readonly WorkOrderStatus[] = ['on-hold', 'closed', 'cancelled'];

const underWay: readonly AppointmentStatus[] = ['travelling', 'on-site'];
const done: readonly AppointmentStatus[] = ['completed', 'cannot-complete'];
const planned: readonly AppointmentStatus[] = ['scheduled', 'dispatched', 'accepted'];

/** The status that follows from the statuses of a work order's appointments. */
export const workOrderStatusOf = (
  statuses: readonly AppointmentStatus[],
  present: WorkOrderStatus = 'new',
): WorkOrderStatus => {
  if (setByPeople.includes(present)) return present;
  const counting = statuses.filter((status) => status !== 'cancelled');
  if (counting.length === 0) return statuses.length > 0 ? 'cancelled' : 'new';
  if (counting.every((status) => done.includes(status))) {
    return counting.includes('completed') ? 'completed' : 'cannot-complete';
  }
  if (counting.some((status) => underWay.includes(status) || done.includes(status))) return 'in-progress';
  return counting.some((status) => planned.includes(status)) ? 'scheduled' : 'new';
};
