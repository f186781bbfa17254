import * as z from 'zod/mini';
import { appointmentSchema, outcome, workOrderTask } from '../../model/appointment.ts';
import { crewSize } from '../../model/crew-size.ts';
import { idOf } from '../../model/entity.ts';
import { count, shortText } from '../../model/scalar.ts';
import { partUsageSchema } from '../../model/stock.ts';
import { instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const params = z.strictObject({ appointmentId: idOf('appointment') });
const dispatch = staff('dispatcher', 'manager', 'administrator');
/** Technicians for their own appointments, dispatchers on their behalf. */
const doers = staff('technician', 'dispatcher', 'administrator');

export const splitAppointment = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/split',
  summary:
    'Divide unscheduled work that is too long for a shift into parts, each after the one before and by the same technician; plans put them on days one after the other',
  access: dispatch,
  params,
  body: z.strictObject({
    /** No part is longer. */
    longestSeconds: z.int().check(z.minimum(3600), z.maximum(86_400)),
  }),
  response: z.strictObject({ appointments: z.array(appointmentSchema) }),
  versioned: true,
});

export const joinAppointment = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/join',
  summary: 'Make divided work one appointment again, by any of its parts; only while none of them has a time',
  access: dispatch,
  params,
  body: z.strictObject({}),
  /** The whole first, then the parts that are cancelled. */
  response: z.strictObject({ appointments: z.array(appointmentSchema) }),
  versioned: true,
});

export const setCrewSize = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/crew-size',
  summary: 'Say how many technicians must come to it together; who has it already keeps it',
  access: dispatch,
  params,
  body: z.strictObject({ crewSize }),
  response: appointmentSchema,
  versioned: true,
});

export const setAppointmentStatus = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/status',
  entry: 'sync',
  summary: 'Take it one step on: dispatched, accepted, travelling, on-site, completed or cannot-complete',
  access: doers,
  params,
  body: z.strictObject({
    to: z.enum(['dispatched', 'accepted', 'travelling', 'on-site', 'completed', 'cannot-complete']),
    /** When it happened; now, when left out. Not in the future, not more than a day ago. */
    at: z.optional(instant),
    outcome: z.optional(outcome),
  }),
  response: appointmentSchema,
  versioned: true,
});

export const answerTask = endpoint({
  method: 'PUT',
  path: '/v1/appointments/{appointmentId}/tasks/{taskKey}',
  entry: 'sync',
  summary: 'Answer a checklist step, or take the answer back with null',
  access: doers,
  params: z.strictObject({ appointmentId: idOf('appointment'), taskKey: workOrderTask.shape.key }),
  body: z.strictObject({ value: z.nullable(z.union([z.boolean(), z.number(), shortText])) }),
  response: appointmentSchema,
});

export const usePart = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/part-usages',
  summary: 'Record a part used from the stock of the van; refused where there is none',
  access: doers,
  params,
  body: z.strictObject({ partId: idOf('part'), quantity: count }),
  response: partUsageSchema,
  status: 201,
});
