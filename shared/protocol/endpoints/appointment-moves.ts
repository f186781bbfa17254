import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { idOf } from '../../model/entity.ts';
import { durationSeconds, instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

/** So many appointments may change in one transaction. */
export const mostMovesTogether = 8;

/** Where an appointment is to stand: who goes, from when, for how long. */
export const appointmentPlace = z.strictObject({
  /** Several are a crew. */
  technicianIds: z.array(idOf('technician')).check(z.minLength(1), z.maxLength(4)),
  plannedStartAt: instant,
  /** As it was, when left out. */
  durationSeconds: z.optional(durationSeconds),
  locked: z.optional(z.boolean()),
  /** Soft rules that are broken knowingly, as in `assign`. */
  despite: z.optional(
    z
      .array(z.enum(['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift', 'out-of-order']))
      .check(z.maxLength(5)),
  ),
});
export type AppointmentPlace = z.infer<typeof appointmentPlace>;

export const appointmentMove = z.strictObject({
  appointmentId: idOf('appointment'),
  /** As the caller knows it; refused where it changed meanwhile. */
  version: z.int().check(z.positive()),
  /** Null puts it back among the unscheduled. */
  to: z.nullable(appointmentPlace),
});
export type AppointmentMove = z.infer<typeof appointmentMove>;

export const moveAppointments = endpoint({
  method: 'POST',
  path: '/v1/appointment-moves',
  entry: 'dispatch',
  summary:
    'Place, move, resize, lock, swap or take back up to 8 appointments in one transaction: all of them, or none with the reason',
  access: staff('dispatcher', 'manager', 'administrator'),
  body: z.strictObject({
    moves: z.array(appointmentMove).check(
      z.minLength(1),
      z.maxLength(mostMovesTogether),
      z.refine((moves) => new Set(moves.map(({ appointmentId }) => appointmentId)).size === moves.length, {
        error: 'each appointment once',
      }),
    ),
  }),
  response: z.strictObject({ appointments: z.array(appointmentSchema) }),
});
