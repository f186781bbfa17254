import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { planSchema } from '../../model/plan.ts';
import { exclusionReason } from '../../model/plan.ts';
import { wholeNumber } from '../../model/scalar.ts';
import { day } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const dispatch = staff('dispatcher', 'manager', 'administrator');
const params = z.strictObject({ planId: idOf('plan') });

export const requestPlan = endpoint({
  method: 'POST',
  path: '/v1/territories/{territoryId}/days/{day}/plans',
  summary: 'Plan the day: answers at once with the plan that the planner will fill',
  access: dispatch,
  params: z.strictObject({ territoryId: idOf('territory'), day }),
  body: z.strictObject({ seed: z.optional(wholeNumber) }),
  response: planSchema,
  status: 202,
});

export const getPlan = endpoint({
  method: 'GET',
  path: '/v1/plans/{planId}',
  summary: 'A plan: routes, what stays unassigned and why, and the figures before and after',
  access: dispatch,
  params,
  response: planSchema,
});

export const acceptPlan = endpoint({
  method: 'POST',
  path: '/v1/plans/{planId}/accept',
  summary:
    'Accept the plan, whole or for some appointments; what has changed meanwhile is refused by name and the rest goes through. Safe to repeat',
  access: dispatch,
  params,
  body: z.strictObject({ appointmentIds: z.optional(z.array(idOf('appointment')).check(z.maxLength(2000))) }),
  response: z.strictObject({
    plan: planSchema,
    accepted: z.array(idOf('appointment')),
    refused: z.array(
      z.strictObject({
        appointmentId: idOf('appointment'),
        reason: z.union([z.enum(['changed-meanwhile', 'double-booking']), exclusionReason]),
      }),
    ),
  }),
});

export const discardPlan = endpoint({
  method: 'POST',
  path: '/v1/plans/{planId}/discard',
  summary: 'Put a proposal aside',
  access: dispatch,
  params,
  body: z.strictObject({}),
  response: planSchema,
});
