import * as z from 'zod/mini';
import { crewSize } from './crew-size.ts';
import { foundCauses } from './found-causes.ts';
import { idOf, recordOf } from './entity.ts';
import { partRequirement } from './part.ts';
import { pickup } from './pickup.ts';
import { place } from './place.ts';
import { priority } from './priority.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { contact } from './service-request.ts';
import { skillRequirement } from './skill.ts';
import { day, durationSeconds, instant, instantSpan } from './time.ts';
import { taskTemplate } from './work-type.ts';

export const appointmentStatus = z.enum([
  'unscheduled',
  'scheduled',
  'dispatched',
  'accepted',
  'travelling',
  'on-site',
  'completed',
  'cannot-complete',
  'cancelled',
]);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** Who goes and when; several on one appointment are a crew. */
export const assignment = z.strictObject({
  technicianId: idOf('technician'),
  plannedStartAt: instant,
  plannedEndAt: instant,
  locked: z.boolean(),
});
export type Assignment = z.infer<typeof assignment>;

/** One checklist step with its answer, once it has one. `key` is unique within the appointment. */
export const workOrderTask = z.strictObject({
  key: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  ...taskTemplate.shape,
  value: z.optional(z.union([z.boolean(), z.number(), shortText])),
  answeredAt: z.optional(instant),
  /** Who answered it, and which version of the appointment that made: two answers given apart are told by it. */
  answeredBy: z.optional(shortText),
  answeredInVersion: z.optional(wholeNumber),
});
export type WorkOrderTask = z.infer<typeof workOrderTask>;

export const outcome = z.strictObject({
  code: z.enum([
    'fixed',
    'temporary-fix',
    'no-fault-found',
    'no-access',
    'part-missing',
    'unsafe',
    'customer-declined',
    'other',
  ]),
  remark: z.optional(shortText),
});
export type Outcome = z.infer<typeof outcome>;

export const appointmentSchema = z.strictObject({
  ...recordOf('appointment'),
  workOrderId: idOf('workOrder'),
  workOrderNumber: shortText,
  serviceRequestId: idOf('serviceRequest'),
  territoryId: idOf('territory'),
  workTypeId: idOf('workType'),
  customerId: z.optional(idOf('customer')),
  assetId: z.optional(idOf('asset')),
  status: appointmentStatus,
  subject: shortText,
  contact,
  place,
  priority,
  durationSeconds,
  /** With fewer it is incomplete; each of them has all the skills. */
  crewSize: z.optional(crewSize),
  skillRequirements: z.array(skillRequirement).check(z.maxLength(10)),
  partRequirements: z.array(partRequirement).check(z.maxLength(20)),
  earliestStartAt: instant,
  dueBy: instant,
  /** Of work over several days: it goes on when that one is over, by the same technician. */
  follows: z.optional(idOf('appointment')),
  /** The one that goes on with it. */
  followedBy: z.optional(idOf('appointment')),
  /** What the customer was told. */
  arrivalWindow: z.optional(instantSpan),
  /** The day of the board it stands on, in the territory's zone; absent while unscheduled. */
  day: z.optional(day),
  assignments: z.array(assignment).check(z.maxLength(4)),
  travelStartedAt: z.optional(instant),
  actualStartAt: z.optional(instant),
  actualEndAt: z.optional(instant),
  /** Parts that are not on the van: who goes fetches them before. */
  /** What the technician found. */
  causes: z.optional(foundCauses),
  pickups: z.optional(z.array(pickup).check(z.maxLength(20))),
  /** Travel towards it as planned when it was assigned. */
  plannedTravelSeconds: z.optional(durationSeconds),
  plannedTravelMetres: z.optional(wholeNumber),
  /** The clock that told a time of it cannot have been right: its lengths are to be asked about. */
  areTimesDoubted: z.optional(z.boolean()),
  /** Work that was begun and not yet stopped, by each who goes, with the time entry that it will be. */
  workRunning: z.optional(
    z
      .array(
        z.strictObject({
          entryId: idOf('timeEntry'),
          technicianId: idOf('technician'),
          from: instant,
          isDoubted: z.optional(z.boolean()),
        }),
      )
      .check(z.maxLength(4)),
  ),
  tasks: z.array(workOrderTask).check(z.maxLength(50)),
  outcome: z.optional(outcome),
  cancelReason: z.optional(shortText),
});
export type Appointment = z.infer<typeof appointmentSchema>;
