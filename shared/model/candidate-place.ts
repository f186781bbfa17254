import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { wholeNumber } from './scalar.ts';
import { durationSeconds, instant } from './time.ts';

/** Another customer's appointment that must begin later to make room. */
export const pushedAppointment = z.strictObject({
  appointmentId: idOf('appointment'),
  plannedStartAt: instant,
  delaySeconds: wholeNumber,
  /** Beyond the window that was told, or over after it is due. */
  breaksPromise: z.boolean(),
});
export type PushedAppointment = z.infer<typeof pushedAppointment>;

/** Where in a technician's day an appointment would stand, and what that does to the day. */
export const candidatePlace = z.strictObject({
  plannedStartAt: instant,
  plannedEndAt: instant,
  /** From where he comes: his live position, the stop before, or where his day starts. */
  from: z.enum(['live-position', 'stop-before', 'start-place']),
  travelSeconds: durationSeconds,
  travelMetres: wholeNumber,
  /** Driving that the day gains by it: to this stop and on to the next, less the direct way. */
  addedTravelSeconds: z.int(),
  lateBySeconds: wholeNumber,
  /** So long his shift would go on after its end, as the company allows it. */
  overtimeSeconds: z.optional(wholeNumber),
  /** Who else must move to make room; assigned together with it, or not at all. */
  moves: z.array(pushedAppointment).check(z.maxLength(7)),
});
export type CandidatePlace = z.infer<typeof candidatePlace>;
