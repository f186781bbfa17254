import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { planFigures, plannedRoute, unassignedStop } from './plan.ts';
import { shortText, wholeNumber } from './scalar.ts';
import { day, instant } from './time.ts';

/** Which part of a plan: one territory on one day. */
export const planPartRef = z.strictObject({ territoryId: idOf('territory'), day });
export type PlanPartRef = z.infer<typeof planPartRef>;

/** What a part was solved from, so that it can be solved again to the same result. */
export const planRun = z.strictObject({
  solver: shortText,
  seed: wholeNumber,
  /** So many steps the search was let go on for. */
  iterations: z.optional(wholeNumber),
  /** Of plans made by sisr-1, which searched slice by slice. */
  slices: z.optional(wholeNumber),
  /** SHA-256 of the problem. */
  inputsDigest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** What counted as now. */
  at: instant,
});
export type PlanRun = z.infer<typeof planRun>;

/** One territory's day of a plan: how it stands, and what it waits for. */
export const planPartSchema = z.strictObject({
  planId: idOf('plan'),
  ...planPartRef.shape,
  version: z.int().check(z.positive()),
  createdAt: instant,
  updatedAt: instant,
  status: z.enum(['waiting', 'done', 'failed']),
  /** So many parts before it that share its technicians or its backlog are not finished. */
  waitsFor: wholeNumber,
  /** Those that wait for it. */
  then: z.array(planPartRef).check(z.maxLength(200)),
  /** So many items hold its routes. */
  pages: wholeNumber,
  changes: wholeNumber,
  accepted: wholeNumber,
  /** What found no place and cannot be tried on a later day of the plan. */
  unassignedTotal: wholeNumber,
  /** What found no place and goes on to a later day. */
  carried: wholeNumber,
  before: z.optional(planFigures),
  after: z.optional(planFigures),
  run: z.optional(planRun),
  failure: z.optional(shortText),
});
export type PlanPart = z.infer<typeof planPartSchema>;

/** What a proposal takes from a van, beside what lay there when it was planned. */
export const promisedPart = z.strictObject({
  technicianId: idOf('technician'),
  partId: idOf('part'),
  quantity: wholeNumber,
  onVan: wholeNumber,
});
export type PromisedPart = z.infer<typeof promisedPart>;

/** What a part proposes; kept in as many items as it needs. */
export const planProposal = z.strictObject({
  routes: z.array(plannedRoute).check(z.maxLength(500)),
  /** The most urgent 1,000 of those that found no place; `unassignedTotal` of the part counts all. */
  unassigned: z.array(unassignedStop).check(z.maxLength(1000)),
  promised: z.array(promisedPart).check(z.maxLength(10_000)),
});
export type PlanProposal = z.infer<typeof planProposal>;

/** One of the items that hold a part's proposal. */
export const planPageSchema = z.strictObject({
  planId: idOf('plan'),
  ...planPartRef.shape,
  page: wholeNumber,
  ...planProposal.shape,
});
export type PlanPage = z.infer<typeof planPageSchema>;
