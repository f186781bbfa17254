import * as z from 'zod/mini';
import { travelSource } from '../../model/travel-pace.ts';
import { appointmentSchema } from '../../model/appointment.ts';
import { candidatePlace } from '../../model/candidate-place.ts';
import { idOf } from '../../model/entity.ts';
import { exclusionReason, planChange } from '../../model/plan.ts';
import { shortText } from '../../model/scalar.ts';
import { day, instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const params = z.strictObject({ appointmentId: idOf('appointment') });
const dispatch = staff('dispatcher', 'manager', 'administrator');

/** The numbers and names behind a fact, so that a screen says it in its own language; `fact` says it in English. */
const factValues = z.optional(z.record(z.string(), z.union([z.string(), z.number()])));

/** One part of a candidate's score: named, with its points and the fact behind it. */
export const scorePart = z.strictObject({
  name: z.enum(['travel', 'skill', 'promise', 'others', 'parts', 'workload', 'contract']),
  points: z.number(),
  /** The most that this part can give, as the company weighs it. */
  most: z.number(),
  fact: z.string(),
  values: factValues,
});

export const candidateSchema = z.strictObject({
  technicianId: idOf('technician'),
  score: z.number(),
  parts: z.array(scorePart),
  ...candidatePlace.shape,
  missingPartIds: z.array(idOf('part')),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Technicians who could all begin it at one moment, each with what it does to his own day. */
export const candidateCrewSchema = z.strictObject({
  plannedStartAt: instant,
  plannedEndAt: instant,
  /** The mean of its members' scores. */
  score: z.number(),
  members: z.array(candidateSchema),
});
export type CandidateCrew = z.infer<typeof candidateCrewSchema>;

export const exclusionSchema = z.strictObject({
  technicianId: idOf('technician'),
  reason: exclusionReason,
  fact: z.string(),
  values: factValues,
});
export type Exclusion = z.infer<typeof exclusionSchema>;

export const listCandidates = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}/candidates',
  entry: 'dispatch',
  summary:
    'Technicians ranked for this appointment with the parts of the score, and for everyone else the rule that excludes him',
  access: dispatch,
  params,
  query: z.strictObject({ day }),
  response: z.strictObject({
    candidates: z.array(candidateSchema),
    excluded: z.array(exclusionSchema),
    /** Where several must come and nobody is there yet: who can meet, the best first. Where some are there, the candidates are who can join them at their time. */
    crews: z.optional(z.array(candidateCrewSchema)),
    /** Where nobody could have it in time with its parts: what would let it in, the cheapest of each kind, the cheapest first. */
    changes: z.array(planChange),
    /** Whom the customer's contracts prefer. */
    preferredIds: z.optional(z.array(idOf('technician'))),
    /** Whence the travel times came. */
    travelSource: z.optional(travelSource),
  }),
});

export const assignAppointment = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/assign',
  entry: 'dispatch',
  summary: 'Give it to a technician at a time, or move it; refused with the reason where it collides or is excluded',
  access: dispatch,
  params,
  body: z.strictObject({
    technicianId: idOf('technician'),
    plannedStartAt: instant,
    locked: z.optional(z.boolean()),
    /** Assign although a soft rule (due time, parts) is broken; skills, absences and double booking stay hard. */
    despite: z.optional(
      z
        .array(z.enum(['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift', 'out-of-order']))
        .check(z.maxLength(5)),
    ),
  }),
  response: appointmentSchema,
  versioned: true,
});

export const unassignAppointment = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/unassign',
  entry: 'dispatch',
  summary: 'Put it back among the unscheduled',
  access: dispatch,
  params,
  body: z.strictObject({}),
  response: appointmentSchema,
  versioned: true,
});

export const cancelAppointment = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/cancel',
  entry: 'dispatch',
  summary: 'Cancel it, with the reason',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  body: z.strictObject({ reason: shortText }),
  response: appointmentSchema,
  versioned: true,
});
