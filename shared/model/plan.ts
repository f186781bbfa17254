import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { planPreferences } from './plan-preferences.ts';
import { pickup } from './pickup.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { day, durationSeconds, instant } from './time.ts';
import { travelSource } from './travel-pace.ts';

/** So many days may one plan reach over. */
export const mostPlanDays = 14;
/** Territories times days: all parts of a plan are asked for in one transaction. */
export const mostPlanParts = 90;

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
  'technician-not-allowed',
  'overloaded',
  'too-many-stops',
  'out-of-order',
]);
export type ExclusionReason = z.infer<typeof exclusionReason>;

/** What a stop costs beside its way, in seconds of driving that it counts as; what costs nothing is absent. */
export const plannedStopCosts = z.strictObject({
  lateness: z.optional(wholeNumber),
  otherTechnician: z.optional(wholeNumber),
  /** That it changes against where it stood. */
  change: z.optional(wholeNumber),
});
export type PlannedStopCosts = z.infer<typeof plannedStopCosts>;

/** What a route costs beside its ways and its stops. */
export const plannedRouteCosts = z.strictObject({
  waiting: z.optional(wholeNumber),
  overtime: z.optional(wholeNumber),
});
export type PlannedRouteCosts = z.infer<typeof plannedRouteCosts>;

export const plannedStop = z.strictObject({
  appointmentId: idOf('appointment'),
  plannedStartAt: instant,
  plannedEndAt: instant,
  travelSeconds: durationSeconds,
  travelMetres: wholeNumber,
  /** Whether it already stood there, was moved, or is new on the day. */
  change: z.enum(['kept', 'moved', 'added']),
  costs: z.optional(plannedStopCosts),
  /** The appointment's version when the plan was made; acceptance refuses what has changed since. */
  appointmentVersion: z.int().check(z.positive()),
});
export type PlannedStop = z.infer<typeof plannedStop>;

/** A part that is fetched on the way, before the stop that needs it. */
const { takenAt: _takenAt, ...ofPickup } = pickup.shape;
export const plannedPickup = z.strictObject({
  appointmentId: idOf('appointment'),
  ...ofPickup,
  travelSeconds: durationSeconds,
  travelMetres: wholeNumber,
});
export type PlannedPickup = z.infer<typeof plannedPickup>;

export const plannedRoute = z.strictObject({
  technicianId: idOf('technician'),
  stops: z.array(plannedStop).check(z.maxLength(100)),
  pickups: z.optional(z.array(plannedPickup).check(z.maxLength(100))),
  travelSeconds: wholeNumber,
  travelMetres: wholeNumber,
  costs: z.optional(plannedRouteCosts),
});
export type PlannedRoute = z.infer<typeof plannedRoute>;

/** The cheapest change that would let a stop in, and what it does to others. */
export const planChange = z.strictObject({
  kind: z.enum(['skill', 'window', 'parts', 'overtime', 'move', 'permission']),
  technicianId: idOf('technician'),
  /** Of a crew: who comes along as he is, at the same moment. */
  alongside: z.optional(z.array(idOf('technician')).check(z.maxLength(3))),
  plannedStartAt: instant,
  addedTravelSeconds: z.int(),
  lateSeconds: wholeNumber,
  /** How many other appointments get another time. */
  movedAppointments: wholeNumber,
  /** Those that only begin later. */
  pushed: z.optional(
    z.array(z.strictObject({ appointmentId: idOf('appointment'), plannedStartAt: instant })).check(z.maxLength(100)),
  ),
  /** Of a skill: what he lacks. */
  skillId: z.optional(idOf('skill')),
  level: z.optional(wholeNumber),
  /** Of a window: how far the start lies after it, or before it where below zero. */
  shiftSeconds: z.optional(z.int()),
  overtimeSeconds: z.optional(wholeNumber),
  partIds: z.optional(z.array(idOf('part')).check(z.maxLength(50))),
  /** Of a move: whose appointment goes to whom, and when. */
  otherAppointmentId: z.optional(idOf('appointment')),
  otherTechnicianId: z.optional(idOf('technician')),
  otherStartAt: z.optional(instant),
});
export type PlanChange = z.infer<typeof planChange>;

export const unassignedStop = z.strictObject({
  appointmentId: idOf('appointment'),
  /** How many technicians each rule excluded; the most frequent first. */
  reasons: z.array(z.strictObject({ reason: exclusionReason, technicians: wholeNumber })).check(z.maxLength(20)),
  /** Of the most urgent ones only; absent too where no single change would do. */
  change: z.optional(planChange),
});
export type PlanUnassigned = z.infer<typeof unassignedStop>;

/** What the wishes of a company cost in a plan, each in seconds of driving that it counts as. */
export const planWishCosts = z.strictObject({
  fairness: wholeNumber,
  compactness: wholeNumber,
  waiting: wholeNumber,
  overtime: wholeNumber,
  stability: wholeNumber,
});
export type PlanWishCosts = z.infer<typeof planWishCosts>;

export const planFigures = z.strictObject({
  scheduled: wholeNumber,
  late: wholeNumber,
  travelSeconds: wholeNumber,
  travelMetres: wholeNumber,
  /** Whence the times came; of several territories the least sure. */
  travelSource: z.optional(travelSource),
  /** Work after the end of shifts. */
  overtimeSeconds: z.optional(wholeNumber),
  wishes: z.optional(planWishCosts),
});
export type PlanFigures = z.infer<typeof planFigures>;

/** How far the planner is; written at most once a second. */
export const planProgress = z.strictObject({
  parts: z.int().check(z.positive(), z.maximum(mostPlanParts)),
  /** Planned or given up. */
  partsDone: wholeNumber,
  partsFailed: wholeNumber,
  /** Stops that would get a place, in the parts that are done and in the one that is worked on. */
  placed: wholeNumber,
  /** The part that was worked on last, with the best that was found for it so far. */
  working: z.optional(
    z.strictObject({ territoryId: idOf('territory'), day, placed: wholeNumber, travelSeconds: wholeNumber }),
  ),
});
export type PlanProgress = z.infer<typeof planProgress>;

/** What went wrong with a running day: only this is planned anew, and of the rest as little as possible changes. */
export const planDisturbance = z.strictObject({
  /** Those that need another place; they stay where they stand where there is no better one. */
  appointmentIds: z.array(idOf('appointment')).check(z.minLength(1), z.maxLength(50)),
  /** Those whose day no longer holds. */
  technicianIds: z.array(idOf('technician')).check(z.maxLength(20)),
});
export type PlanDisturbance = z.infer<typeof planDisturbance>;

/** One proposal of the optimiser for some territories and days; its routes lie in its parts. */
export const planSchema = z.strictObject({
  ...recordOf('plan'),
  /** Technicians whom several share go first to the one that is named first. */
  territoryIds: z.array(idOf('territory')).check(z.minLength(1), z.maxLength(mostPlanParts)),
  /** One after the other. */
  days: z.array(day).check(z.minLength(1), z.maxLength(mostPlanDays)),
  status: z.enum(['requested', 'proposed', 'accepted', 'partly-accepted', 'discarded', 'cancelled', 'failed']),
  requestedBy: shortText,
  seed: wholeNumber,
  /** The wishes it was made by; absent: it weighed none. */
  preferences: z.optional(planPreferences),
  /** Absent: the whole days are planned. */
  disturbance: z.optional(planDisturbance),
  progress: planProgress,
  /** Of the changes that its parts propose, how many stand. */
  changes: wholeNumber,
  accepted: wholeNumber,
  unassignedTotal: wholeNumber,
  before: z.optional(planFigures),
  after: z.optional(planFigures),
  failure: z.optional(shortText),
});
export type Plan = z.infer<typeof planSchema>;
