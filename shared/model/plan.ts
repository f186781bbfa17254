import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { day, durationSeconds, instant } from './time.ts';

/** Why a stop could not go to a technician, or to anyone. */
export const exclusionReason = z.enum([
  'not-in-territory',
  'inactive',
  'off-shift',
  'absent',
  'skill-missing',
  'skill-level-too-low',
  'certificate-expired',
  'part-not-on-van',
  'no-free-time',
  'after-due-time',
  'outside-arrival-window',
]);
export type ExclusionReason = z.infer<typeof exclusionReason>;

export const plannedStop = z.strictObject({
  appointmentId: idOf('appointment'),
  plannedStartAt: instant,
  plannedEndAt: instant,
  travelSeconds: durationSeconds,
  travelMetres: wholeNumber,
  /** Whether it already stood there, was moved, or is new on the day. */
  change: z.enum(['kept', 'moved', 'added']),
  /** The appointment's version when the plan was made; acceptance refuses what has changed since. */
  appointmentVersion: z.int().check(z.positive()),
});
export type PlannedStop = z.infer<typeof plannedStop>;

export const plannedRoute = z.strictObject({
  technicianId: idOf('technician'),
  stops: z.array(plannedStop).check(z.maxLength(100)),
  travelSeconds: wholeNumber,
  travelMetres: wholeNumber,
});
export type PlannedRoute = z.infer<typeof plannedRoute>;

export const unassignedStop = z.strictObject({
  appointmentId: idOf('appointment'),
  /** How many technicians each rule excluded; the most frequent first. */
  reasons: z.array(z.strictObject({ reason: exclusionReason, technicians: wholeNumber })).check(z.maxLength(20)),
});

const planFigures = z.strictObject({
  scheduled: wholeNumber,
  late: wholeNumber,
  travelSeconds: wholeNumber,
  travelMetres: wholeNumber,
});

/** One proposal of the optimiser for a territory and day. */
export const planSchema = z.strictObject({
  ...recordOf('plan'),
  territoryId: idOf('territory'),
  day,
  status: z.enum(['requested', 'proposed', 'accepted', 'partly-accepted', 'discarded', 'failed']),
  requestedBy: shortText,
  seed: wholeNumber,
  routes: z.array(plannedRoute).check(z.maxLength(500)),
  /** The most urgent 1,000 of those that found no place; `unassignedTotal` counts all. */
  unassigned: z.array(unassignedStop).check(z.maxLength(1000)),
  unassignedTotal: wholeNumber,
  before: z.optional(planFigures),
  after: z.optional(planFigures),
  failure: z.optional(shortText),
});
export type Plan = z.infer<typeof planSchema>;
