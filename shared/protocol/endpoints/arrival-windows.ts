import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { idOf } from '../../model/entity.ts';
import { wholeNumber } from '../../model/scalar.ts';
import { day, instant, instantSpan } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const params = z.strictObject({ appointmentId: idOf('appointment') });
/** Whoever speaks with the customer. */
const access = staff('dispatcher', 'agent', 'manager', 'administrator');

/** A time that may be offered to a customer, with what keeping it would cost. */
export const offeredWindow = z.strictObject({
  window: instantSpan,
  /** How many technicians could keep it; 0: nobody, so that it must not be promised. */
  technicians: wholeNumber,
  /** Who could keep it cheapest, and from when; absent where nobody can. */
  keeper: z.optional(z.strictObject({ technicianId: idOf('technician'), plannedStartAt: instant })),
  /** What it costs more than the cheapest of the day, in seconds of driving. */
  surchargeSeconds: z.optional(wholeNumber),
  /** The cheapest; of equals the earliest. */
  best: z.boolean(),
});
export type OfferedWindow = z.infer<typeof offeredWindow>;

export const offerWindows = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}/windows',
  entry: 'dispatch',
  summary:
    'Up to 20 arrival windows of a day that a customer may be offered, each with who could keep it and what it costs more',
  access,
  params,
  query: z.strictObject({ day }),
  response: z.strictObject({ windows: z.array(offeredWindow) }),
});

export const promiseWindow = endpoint({
  method: 'PUT',
  path: '/v1/appointments/{appointmentId}/arrival-window',
  entry: 'dispatch',
  summary: 'Promise the customer a window; refused where it is planned to begin outside of it, or lies in the past',
  access,
  params,
  body: z.strictObject({ window: instantSpan }),
  response: appointmentSchema,
  versioned: true,
});
