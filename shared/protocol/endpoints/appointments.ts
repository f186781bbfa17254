import * as z from 'zod/mini';
import { travelSource } from '../../model/travel-pace.ts';
import { appointmentSchema, outcome, workOrderTask } from '../../model/appointment.ts';
import { candidatePlace } from '../../model/candidate-place.ts';
import { coverageSummarySchema } from '../../model/coverage-decision.ts';
import { crewSize } from '../../model/crew-size.ts';
import { idOf } from '../../model/entity.ts';
import { historyEntrySchema } from '../../model/history-entry.ts';
import { messageSchema } from '../../model/message.ts';
import { noteSchema } from '../../model/note.ts';
import { contentHash, photoSchema, photoSizeBytes, photoType } from '../../model/photo.ts';
import { exclusionReason, planChange } from '../../model/plan.ts';
import { count, longText, shortText } from '../../model/scalar.ts';
import { signatureSchema } from '../../model/signature.ts';
import { partUsageSchema } from '../../model/stock.ts';
import { day, instant } from '../../model/time.ts';
import { endpoint, everyStaff, staff } from '../endpoint.ts';

const params = z.strictObject({ appointmentId: idOf('appointment') });
const dispatch = staff('dispatcher', 'manager', 'administrator');
/** Technicians for their own appointments, dispatchers on their behalf. */
const doers = staff('technician', 'dispatcher', 'administrator');

export const getAppointmentFile = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}',
  entry: 'dispatch',
  summary: 'An appointment with coverage, notes, photos, parts used, messages and history',
  access: everyStaff,
  params,
  response: z.strictObject({
    appointment: appointmentSchema,
    coverage: coverageSummarySchema,
    accessNotes: z.optional(shortText),
    notes: z.array(noteSchema),
    photos: z.array(photoSchema),
    signatures: z.array(signatureSchema),
    partUsages: z.array(partUsageSchema),
    messages: z.array(messageSchema),
    history: z.array(historyEntrySchema),
  }),
});

/** The numbers and names behind a fact, so that a screen says it in its own language; `fact` says it in English. */
const factValues = z.optional(z.record(z.string(), z.union([z.string(), z.number()])));

/** One part of a candidate's score: named, with its points and the fact behind it. */
export const scorePart = z.strictObject({
  name: z.enum(['travel', 'skill', 'promise', 'others', 'parts', 'workload']),
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
    /** Where nobody could have it in time with its parts: what would let it in, the cheapest of each kind, the cheapest first. */
    changes: z.array(planChange),
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

export const addNote = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/notes',
  summary: 'Add a note',
  access: everyStaff,
  params,
  body: z.strictObject({ text: longText }),
  response: noteSchema,
  status: 201,
});

export const addPhoto = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/photos',
  summary:
    'Name a photo by its content hash and get the address to put the file to; the same hash again is the same photo',
  access: doers,
  params,
  body: z.strictObject({ contentHash, type: photoType, sizeBytes: photoSizeBytes }),
  response: z.strictObject({
    photo: photoSchema,
    upload: z.strictObject({ url: z.string(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
  }),
  status: 201,
});

export const getPhoto = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}/photos/{photoId}',
  summary: 'A short-lived address of the file of a photo or a signature',
  access: everyStaff,
  params: z.strictObject({ appointmentId: idOf('appointment'), photoId: z.union([idOf('photo'), idOf('signature')]) }),
  response: z.strictObject({ url: z.string() }),
});

export const makeVisitLink = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/links',
  summary: 'Make the link with which the customer follows this appointment; its secret is shown this once',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  body: z.strictObject({}),
  response: z.strictObject({ customerLinkId: idOf('customerLink'), url: z.string(), expiresAt: z.optional(instant) }),
  status: 201,
});

export const revokeVisitLinks = endpoint({
  method: 'DELETE',
  path: '/v1/appointments/{appointmentId}/links',
  summary: 'Revoke every link to this appointment',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  status: 204,
});
