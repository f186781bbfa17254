import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { idOf } from '../../model/entity.ts';
import { planPreferences } from '../../model/plan-preferences.ts';
import { mostPlanDays, mostPlanParts, planDisturbance, planSchema } from '../../model/plan.ts';
import { planPartRef, planPartSchema, planProposal } from '../../model/plan-part.ts';
import { wholeNumber } from '../../model/scalar.ts';
import { day } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const dispatch = staff('dispatcher', 'manager', 'administrator');
const params = z.strictObject({ planId: idOf('plan') });

/** So many of a day's runs are listed. */
export const mostRuns = 50;

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

export const requestHorizonPlan = endpoint({
  method: 'POST',
  path: '/v1/plans',
  summary: `Plan several territories over 1-${mostPlanDays} days, ${mostPlanParts} territory-days at most; technicians whom several share go first to the territory that is named first`,
  access: dispatch,
  body: z.strictObject({
    territoryIds: z.array(idOf('territory')).check(
      z.minLength(1),
      z.maxLength(mostPlanParts),
      z.refine((ids) => new Set(ids).size === ids.length, { error: 'each territory once' }),
    ),
    fromDay: day,
    days: z.int().check(z.minimum(1), z.maximum(mostPlanDays)),
    seed: z.optional(wholeNumber),
    /** Other wishes than the company's, for this plan alone. */
    preferences: z.optional(planPreferences),
    /** Only what is disturbed on one day of one territory is planned anew, in under a second. */
    disturbance: z.optional(planDisturbance),
  }),
  response: planSchema,
  status: 202,
});

export const getPlan = endpoint({
  method: 'GET',
  path: '/v1/plans/{planId}',
  summary: 'A plan: how far it is, the figures before and after, and its parts, each a territory on a day',
  access: dispatch,
  params,
  response: z.strictObject({ ...planSchema.shape, parts: z.array(planPartSchema) }),
});

export const listPlanRuns = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/days/{day}/plan-runs',
  summary:
    'What was planned for a day so far, the last first: seed, digest of the inputs, figures. The same seed on the same inputs gives the same plan',
  access: dispatch,
  params: planPartRef,
  response: z.strictObject({ runs: z.array(planPartSchema).check(z.maxLength(mostRuns)) }),
});

export const getPlanPart = endpoint({
  method: 'GET',
  path: '/v1/plans/{planId}/territories/{territoryId}/days/{day}',
  summary: 'A part of a plan: routes, what stays unassigned and why, and the appointments as they stand now',
  access: dispatch,
  params: z.strictObject({ ...params.shape, ...planPartRef.shape }),
  response: z.strictObject({
    part: planPartSchema,
    ...planProposal.shape,
    /** Those of the routes, and the most urgent of the unassigned. */
    appointments: z.array(appointmentSchema),
  }),
});

export const cancelPlan = endpoint({
  method: 'POST',
  path: '/v1/plans/{planId}/cancel',
  summary: 'Stop planning: what is worked on ends soon, what was not begun is dropped, and nothing is proposed',
  access: dispatch,
  params,
  body: z.strictObject({}),
  response: planSchema,
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
