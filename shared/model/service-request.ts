import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { place } from './place.ts';
import { priority } from './priority.ts';
import { emailAddress, longText, phoneNumber, shortText } from './scalar.ts';
import { instant } from './time.ts';

export const contact = z.strictObject({
  name: shortText,
  phone: z.optional(phoneNumber),
  email: z.optional(emailAddress),
});
export type Contact = z.infer<typeof contact>;

export const requestKind = z.enum(['fault', 'enquiry', 'complaint', 'suggestion']);
export const requestChannel = z.enum(['phone', 'web-form', 'e-mail', 'sms', 'customer-link', 'api', 'import']);
export const requestStatus = z.enum(['new', 'accepted', 'declined', 'resolved', 'cancelled']);
export type RequestStatus = z.infer<typeof requestStatus>;

export const serviceRequestSchema = z.strictObject({
  ...recordOf('serviceRequest'),
  kind: requestKind,
  channel: requestChannel,
  status: requestStatus,
  subject: shortText,
  description: z.optional(longText),
  contact,
  place,
  receivedAt: instant,
  dueBy: instant,
  priority,
  territoryId: z.optional(idOf('territory')),
  customerId: z.optional(idOf('customer')),
  siteId: z.optional(idOf('site')),
  assetId: z.optional(idOf('asset')),
  workTypeId: z.optional(idOf('workType')),
  workOrderId: z.optional(idOf('workOrder')),
  /** Why no work order was made at once, for the agent who must decide. */
  waitsFor: z.optional(z.enum(['outside-territories', 'no-work-type', 'agent-answer'])),
  declineReason: z.optional(shortText),
  /** Where it came from, when it was imported: `<format>:<id there>`. */
  externalRef: z.optional(shortText),
});
export type ServiceRequest = z.infer<typeof serviceRequestSchema>;
