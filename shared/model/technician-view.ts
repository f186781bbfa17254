import * as z from 'zod/mini';
import { appointmentSchema, appointmentStatus, outcome } from './appointment.ts';
import { assetSchema } from './asset.ts';
import { coverageSummarySchema } from './coverage-decision.ts';
import { coverageFactsSchema } from './coverage-facts.ts';
import { customerSchema } from './customer.ts';
import { idOf } from './entity.ts';
import { foundCauses } from './found-causes.ts';
import { fieldNoticeSchema } from './field-notice.ts';
import { knowledgeArticleSchema } from './knowledge-article.ts';
import { meterReadingSchema } from './meter-reading.ts';
import { noteSchema } from './note.ts';
import { partSchema } from './part.ts';
import { photoSchema } from './photo.ts';
import { position } from './place.ts';
import { count, shortText, wholeNumber } from './scalar.ts';
import { signatureSchema } from './signature.ts';
import { siteSchema } from './site.ts';
import { partUsageSchema, stockLevelSchema } from './stock.ts';
import { technicianSchema } from './technician.ts';
import { timeEntrySchema } from './time-entry.ts';
import { day, instant, instantSpan, timeZone } from './time.ts';

/** A visit that an asset had before. */
export const pastVisit = z.strictObject({
  appointmentId: idOf('appointment'),
  workOrderNumber: shortText,
  subject: shortText,
  status: appointmentStatus,
  endedAt: z.optional(instant),
  outcome: z.optional(outcome),
});
export type PastVisit = z.infer<typeof pastVisit>;

/** One appointment of a technician with all that he needs there. */
export const visitSchema = z.strictObject({
  appointment: appointmentSchema,
  coverage: coverageSummarySchema,
  customer: z.optional(customerSchema),
  site: z.optional(siteSchema),
  asset: z.optional(assetSchema),
  /** What coverage is decided from, without signal as with it. */
  coverageFacts: coverageFactsSchema,
  /** The visit's place in its work order, and what others found: with it the facts follow what is done without signal. */
  inWork: z.optional(z.strictObject({ number: count, otherCauses: foundCauses })),
  /** The newest first. */
  pastVisits: z.array(pastVisit),
  meterReadings: z.array(meterReadingSchema),
  notes: z.array(noteSchema),
  photos: z.array(photoSchema),
  signatures: z.array(signatureSchema),
  partUsages: z.array(partUsageSchema),
});
export type Visit = z.infer<typeof visitSchema>;

/** A day in the technician's home zone. */
export const dayOfView = z.strictObject({
  day,
  shifts: z.array(instantSpan),
  /** In the order of the plan. */
  appointmentIds: z.array(idOf('appointment')),
  /** The way from the start through the stops, one leg per stop. */
  legs: z.array(
    z.strictObject({
      from: position,
      to: position,
      /** Where parts are fetched between. */
      via: z.optional(z.array(position)),
      travelSeconds: wholeNumber,
      travelMetres: wholeNumber,
    }),
  ),
});

/** Everything a technician needs for today and the next two days, whole: what is not in it is not his any more. */
export const technicianViewSchema = z.strictObject({
  technician: technicianSchema,
  timeZone,
  days: z.array(dayOfView),
  visits: z.array(visitSchema),
  /** Of his van. */
  stock: z.array(stockLevelSchema),
  /** With their prices. */
  parts: z.array(partSchema),
  knowledge: z.array(knowledgeArticleSchema),
  /** To whom he can hand over. */
  colleagues: z.array(z.strictObject({ technicianId: idOf('technician'), name: shortText })),
  timeEntries: z.array(timeEntrySchema),
  /** His, that nobody has settled yet. */
  notices: z.array(fieldNoticeSchema),
});
export type TechnicianView = z.infer<typeof technicianViewSchema>;
