import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { idOf } from '../../model/entity.ts';
import { historyEntrySchema } from '../../model/history-entry.ts';
import { shortText } from '../../model/scalar.ts';
import { workOrderSchema } from '../../model/work-order.ts';
import { endpoint, everyStaff, staff } from '../endpoint.ts';

const params = z.strictObject({ workOrderId: idOf('workOrder') });

export const getWorkOrder = endpoint({
  method: 'GET',
  path: '/v1/work-orders/{workOrderId}',
  summary: 'A work order with its appointments, coverage and history',
  access: everyStaff,
  params,
  response: z.strictObject({
    workOrder: workOrderSchema,
    appointments: z.array(appointmentSchema),
    history: z.array(historyEntrySchema),
  }),
});

export const setWorkOrderStatus = endpoint({
  method: 'POST',
  path: '/v1/work-orders/{workOrderId}/status',
  summary: 'Hold, resume, close or cancel a work order; the other states follow from its appointments',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  body: z.strictObject({ to: z.enum(['on-hold', 'resumed', 'closed', 'cancelled']), reason: shortText }),
  response: workOrderSchema,
  versioned: true,
});
