import * as z from 'zod/mini';
import { appointmentStatus } from '../../model/appointment.ts';
import { coverageSummarySchema } from '../../model/coverage-decision.ts';
import { place, position } from '../../model/place.ts';
import { shortText } from '../../model/scalar.ts';
import { instant, instantSpan, timeZone } from '../../model/time.ts';
import { anyone, customer, endpoint } from '../endpoint.ts';

export const openLink = endpoint({
  method: 'POST',
  path: '/v1/links/open',
  summary: 'Exchange the secret of a customer link for a session of an hour',
  access: anyone,
  body: z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(200)) }),
  response: z.strictObject({ session: z.string(), scope: z.enum(['report', 'visit', 'quote']), expiresAt: instant }),
  status: 201,
});

export const getVisit = endpoint({
  method: 'GET',
  path: '/v1/visit',
  entry: 'dispatch',
  summary: 'What the customer may see of his appointment; the position only while the technician travels to him',
  access: customer('visit'),
  response: z.strictObject({
    company: shortText,
    companyPhone: z.optional(shortText),
    number: shortText,
    subject: shortText,
    status: appointmentStatus,
    place,
    timeZone,
    arrivalWindow: z.optional(instantSpan),
    /** First name only. */
    technicianName: z.optional(shortText),
    vehicle: z.optional(shortText),
    covers: coverageSummarySchema.shape.covers,
    /** Present exactly while he travels here. */
    onTheWay: z.optional(
      z.strictObject({
        eta: z.optional(instantSpan),
        position: z.optional(position),
        seenAt: z.optional(instant),
        /** True while travel times are estimated from the straight line, not from roads. */
        estimate: z.boolean(),
      }),
    ),
    now: instant,
  }),
});
