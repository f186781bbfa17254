import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { emailAddress, language, longText, phoneNumber, shortText } from './scalar.ts';
import { instant } from './time.ts';

/** A message to a customer: asked for by what happened, tried until it is delivered or parked in sight. */
export const messageSchema = z.strictObject({
  ...recordOf('message'),
  appointmentId: idOf('appointment'),
  template: z.enum(['appointment-scheduled', 'technician-travelling', 'appointment-completed']),
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
