import { getWorkOrder, setWorkOrderStatus } from '../../../shared/protocol/endpoints/work-orders.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { HistoryEvent } from '../../../shared/model/history-entry.ts';
import type { WorkOrder, WorkOrderStatus } from '../../../shared/model/work-order.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { cancelAppointment } from '../../../shared/rules/appointment-planning.ts';
import { workOrderStatusOf } from '../../../shared/rules/work-order-status.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { appointmentsOfWorkOrder, workOrderFile } from '../../store/questions/work-order-file.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import type { UnitOfWork } from '../../store/unit-of-work.ts';
import { actorOf } from '../../api/actor-of.ts';
import { requireOwn, requireVersion } from '../../api/appointment-of.ts';
import { freeGuards } from '../../api/free-guards.ts';
import { writeStockChanges } from '../../api/write-stock-changes.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const workOrderRoutes: readonly Route[] = [
  staffRoute(getWorkOrder, async (asked) => {
    const { deps, tenantId, params } = asked;
    const file = await workOrderFile(deps.table, tenantId, params.workOrderId);
    if (!file) throw notFound('work order');
    const appointments = await appointmentsOfWorkOrder(deps.table, tenantId, file.workOrder);
    requireOwn(asked, ...appointments);
    return { ...file, appointments };
  }),

  staffRoute(setWorkOrderStatus, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, params, body } = asked;
      const before = await deps.table.get(workOrderEntity, tenantId, { id: params.workOrderId });
      if (!before) throw notFound('work order');
      requireVersion(asked, before);
      const appointments = await appointmentsOfWorkOrder(deps.table, tenantId, before);
      const status = nextStatus(before, body.to, appointments);
      const work = asked.begin();
      if (body.to === 'cancelled') await cancelAll(asked, work, appointments, body.reason);
      const answer = work.update(workOrderEntity, before, { ...before, status });
      work.record(before.id, events[body.to], actorOf(asked.caller), { to: body.to, reason: body.reason });
      return { work, answer };
    }),
  ),
];

type Wish = 'on-hold' | 'resumed' | 'closed' | 'cancelled';

const events: Readonly<Record<Wish, HistoryEvent>> = {
  'on-hold': 'work-order.held',
  resumed: 'work-order.held',
  closed: 'work-order.closed',
  cancelled: 'work-order.cancelled',
};

/** From which states people may set which. */
const settableFrom: Readonly<Record<Wish, readonly WorkOrderStatus[]>> = {
  'on-hold': ['new', 'scheduled', 'in-progress'],
  resumed: ['on-hold'],
  closed: ['completed', 'cannot-complete'],
  cancelled: ['new', 'scheduled', 'on-hold', 'in-progress'],
};

const nextStatus = (before: WorkOrder, to: Wish, appointments: readonly Appointment[]): WorkOrderStatus => {
  if (!settableFrom[to].includes(before.status)) {
    const detail = `It is ${before.status}; that allows no ${to}.`;
    throw new Refusal('wrong-state', { detail, present: before });
  }
  return to === 'resumed' ? workOrderStatusOf(appointments.map(({ status }) => status)) : to;
};

const cancelAll = async (
  asked: StaffAsked,
  work: UnitOfWork,
  appointments: readonly Appointment[],
  reason: string,
): Promise<void> => {
  const changes: { before: Appointment; after: Appointment }[] = [];
  for (const appointment of appointments.filter(({ status }) => !isFinished(status))) {
    const cancelled = cancelAppointment(appointment, reason);
    if (!cancelled.ok) throw new Refusal('wrong-state', { present: appointment });
    work.update(appointmentEntity, appointment, cancelled.appointment);
    await freeGuards(asked, work, appointment);
    work.record(appointment.id, 'appointment.cancelled', actorOf(asked.caller), { reason });
    changes.push({ before: appointment, after: cancelled.appointment });
  }
  await writeStockChanges(asked, work, changes);
};
