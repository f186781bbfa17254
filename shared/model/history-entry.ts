import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

export const actor = z.strictObject({
  kind: z.enum(['staff', 'technician', 'customer', 'system']),
  id: shortText,
  name: shortText,
});
export type Actor = z.infer<typeof actor>;

/** What can happen; each is kept in the history of the thing it happened to and leaves as an event. */
export const historyEvent = z.enum([
  'service-request.received',
  'service-request.accepted',
  'service-request.declined',
  'service-request.resolved',
  'work-order.created',
  'work-order.held',
  'work-order.closed',
  'work-order.cancelled',
  'work-order.coverage-decided',
  'work-order.authorisation-asked',
  'work-order.authorisation-answered',
  'work-order.promise-warned',
  'work-order.promise-breached',
  'appointment.created',
  'appointment.scheduled',
  'appointment.moved',
  'appointment.resized',
  'appointment.crew-sized',
  'appointment.locked',
  'appointment.unlocked',
  'appointment.promised',
  'appointment.unscheduled',
  'appointment.dispatched',
  'appointment.accepted',
  'appointment.travelling',
  'appointment.on-site',
  'appointment.completed',
  'appointment.cannot-complete',
  'appointment.cancelled',
  'appointment.task-answered',
  'appointment.part-used',
  'appointment.note-added',
  'appointment.photo-added',
  'appointment.declined',
  'appointment.work-started',
  'appointment.work-stopped',
  'appointment.part-returned',
  'appointment.part-swapped',
  'appointment.part-fetched',
  'appointment.meter-read',
  'appointment.causes-recorded',
  'appointment.signed',
  'appointment.time-entered',
  'appointment.handed-over',
  'appointment.part-requested',
  'appointment.help-requested',
  'appointment.lead-raised',
  'appointment.change-refused',
  'customer-link.made',
  'customer-link.revoked',
  // Of what changes seldom: territories, technicians, customers, sites, work types, skills, places of stock, the company.
  'record.created',
  'record.changed',
  'record.removed',
  'device.added',
  'device.revoked',
  'absence.added',
  'absence.removed',
  'service-contract.renewed',
  'service-contract.expiring',
]);
export type HistoryEvent = z.infer<typeof historyEvent>;

/** Something of the company's own book, whose changes are kept too. */
export const recordId = z.union([
  idOf('territory'),
  idOf('technician'),
  idOf('customer'),
  idOf('site'),
  idOf('workType'),
  idOf('skill'),
  idOf('stockLocation'),
  idOf('tenant'),
  idOf('asset'),
  idOf('warranty'),
  idOf('serviceContract'),
  idOf('priceList'),
  idOf('holidayCalendar'),
]);

/** Who did what when, written in the transaction that did it: history for people and outbox for the change stream. */
export const historyEntrySchema = z.strictObject({
  id: idOf('historyEntry'),
  /** The thing it happened to. */
  subjectId: z.union([idOf('serviceRequest'), idOf('workOrder'), idOf('appointment'), recordId]),
  event: historyEvent,
  at: instant,
  by: actor,
  /** Facts worth reading later, e.g. { technicianId, plannedStartAt }. */
  facts: z.record(shortText, z.union([shortText, z.number(), z.boolean()])),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
