import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { priority } from './priority.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { serviceHours } from './service-hours.ts';
import { durationSeconds, instant } from './time.ts';

/** What is promised: that somebody answers, that somebody is there, that it works again. */
export const clockKind = z.enum(['response', 'arrival', 'fix']);
export type ClockKind = z.infer<typeof clockKind>;

/** One promise, as it was when the request came. */
export const slaPromise = z.strictObject({
  kind: clockKind,
  withinSeconds: durationSeconds,
  /** When its time runs; absent: round the clock. */
  hours: z.optional(serviceHours),
  /** Whose promise it is; absent: the work type's. */
  contractId: z.optional(idOf('serviceContract')),
});
export type SlaPromise = z.infer<typeof slaPromise>;

/** What was promised, from when on, and which holds stop the clocks. */
export const slaTerms = z.strictObject({
  startsAt: instant,
  promises: z.array(slaPromise).check(z.maxLength(3)),
  /** The reasons for a hold during which it stands still; absent: every one. */
  pausingReasons: z.optional(z.array(shortText).check(z.maxLength(50))),
});
export type SlaTerms = z.infer<typeof slaTerms>;

/** What happened, as far as clocks care; an event may come late, twice and in any order. */
export const slaEvent = z.strictObject({
  at: instant,
  kind: z.enum(['paused', 'resumed', 'responded', 'arrived', 'fixed', 'cancelled']),
  reason: z.optional(shortText),
});
export type SlaEvent = z.infer<typeof slaEvent>;

/** How a clock stands at a moment. */
export const slaClock = z.strictObject({
  kind: clockKind,
  state: z.enum(['running', 'paused', 'met', 'breached', 'missed', 'cancelled']),
  withinSeconds: durationSeconds,
  /** Promised time that has run, in seconds. */
  elapsedSeconds: wholeNumber,
  /** When it falls due if nothing else happens; absent while it stands still. */
  dueAt: z.optional(instant),
  /** Why it stands still. */
  pausedFor: z.optional(shortText),
  /** When it was met or ended. */
  endedAt: z.optional(instant),
  /** The share of its time, in percent, at which somebody was to be warned so far, and when; 100 is the breach. */
  marks: z.array(z.strictObject({ percent: z.int(), at: instant })),
  /** The next of them, if nothing else happens. */
  nextMark: z.optional(z.strictObject({ percent: z.int(), at: instant })),
});
export type SlaClock = z.infer<typeof slaClock>;

/** The clocks of a work order that is not done, as queue and board show them; what is due next stands first. */
export const openClocksSchema = z.strictObject({
  workOrderId: idOf('workOrder'),
  workOrderNumber: shortText,
  serviceRequestId: idOf('serviceRequest'),
  appointmentIds: z.array(idOf('appointment')).check(z.maxLength(100)),
  territoryId: idOf('territory'),
  priority,
  terms: slaTerms,
  events: z.array(slaEvent).check(z.maxLength(500)),
  version: z.int().check(z.positive()),
  createdAt: instant,
  updatedAt: instant,
  /** When the clock watch looks again: the next warning or breach; absent where nothing will happen by itself. */
  nextAt: z.optional(instant),
  /** Marks that were told, as `arrival-75`. */
  told: z.array(shortText).check(z.maxLength(50)),
  /** All of its clocks have ended. */
  ended: z.optional(z.boolean()),
});
export type OpenClocks = z.infer<typeof openClocksSchema>;
