import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { exclusionReason, mostPlanParts, planSchema } from '../../model/plan.ts';
import { planPartRef } from '../../model/plan-part.ts';
import { endpoint, staff } from '../endpoint.ts';

/** So many stops are assigned by one request; the caller asks again for what remains. */
export const mostAcceptedAtOnce = 150;

export const acceptPlan = endpoint({
  method: 'POST',
  path: '/v1/plans/{planId}/accept',
  entry: 'dispatch',
  summary: `Accept the plan, whole, by parts or for some appointments; what has changed meanwhile is refused by name and the rest goes through. At most ${mostAcceptedAtOnce} are assigned at once: ask again for what remains. Safe to repeat`,
  access: staff('dispatcher', 'manager', 'administrator'),
  params: z.strictObject({ planId: idOf('plan') }),
  body: z.strictObject({
    /** All changes, when left out. */
    appointmentIds: z.optional(z.array(idOf('appointment')).check(z.maxLength(2000))),
    /** Where to look for them: in all parts, when left out. */
    parts: z.optional(z.array(planPartRef).check(z.maxLength(mostPlanParts))),
  }),
  response: z.strictObject({
    plan: planSchema,
    accepted: z.array(idOf('appointment')),
    refused: z.array(
      z.strictObject({
        appointmentId: idOf('appointment'),
        reason: z.union([z.enum(['changed-meanwhile', 'double-booking', 'part-not-there']), exclusionReason]),
      }),
    ),
    remaining: z.array(idOf('appointment')),
  }),
});
