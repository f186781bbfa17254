import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { emailAddress, language, longText, phoneNumber, shortText } from './scalar.ts';
import { instant } from './time.ts';

/** Of an appointment, to its customer. */
export const visitTemplate = z.enum(['appointment-scheduled', 'technician-travelling', 'appointment-completed']);
export type VisitTemplate = z.infer<typeof visitTemplate>;
/** Of a contract: to who looks after it, and to its customer. */
export const contractTemplate = z.enum(['contract-expiring', 'contract-expiring-customer']);
export type ContractTemplate = z.infer<typeof contractTemplate>;

/** A message to a customer, or to one of the company's own: asked for by what happened, tried until it is delivered or parked in sight. */
export const messageSchema = z.strictObject({
  ...recordOf('message'),
  /** What it is about: one of both. */
  appointmentId: z.optional(idOf('appointment')),
  contractId: z.optional(idOf('serviceContract')),
  template: z.enum([...visitTemplate.options, ...contractTemplate.options]),
  channel: z.enum(['e-mail', 'sms']),
  to: z.union([emailAddress, phoneNumber]),
  language,
  subject: shortText,
  text: longText,
  status: z.enum(['waiting', 'sent', 'parked']),
  attempts: z.int().check(z.nonnegative()),
  /** It rests after a failure, until the clock takes it up. */
  nextAttemptAt: z.optional(instant),
  sentAt: z.optional(instant),
  failure: z.optional(shortText),
});
export type Message = z.infer<typeof messageSchema>;
