import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { minorUnits } from './money.ts';
import { contractKeeper } from './service-contract.ts';
import { instant } from './time.ts';

/** The kinds of promise, as they can be put in order. */
export const promiseKind = z.enum([
  'maker-warranty',
  'extended-warranty',
  'repair-warranty',
  'service-agreement',
  'lease',
  'purchase',
]);
export type PromiseKind = z.infer<typeof promiseKind>;

/** Who may approve on behalf of the company. */
export const approverRole = z.enum(['dispatcher', 'agent', 'clerk', 'manager', 'administrator']);

/** How a company decides on coverage. */
export const coveragePolicySchema = z.strictObject({
  /** 0: nothing was set yet. */
  version: z.int().check(z.nonnegative()),
  createdAt: instant,
  updatedAt: instant,
  /** Which kind bears first; the next one bears of what is left. */
  precedence: z.array(promiseKind).check(
    z.length(promiseKind.options.length),
    z.refine((kinds) => new Set(kinds).size === kinds.length, 'names a kind twice'),
  ),
  priceListId: z.optional(idOf('priceList')),
  /** Above this share of his own the customer is asked first; absent: never. */
  quoteAboveMinorUnits: z.optional(minorUnits),
  /** Above this share of the company's somebody of this role approves; absent: never. */
  approval: z.optional(z.strictObject({ aboveMinorUnits: minorUnits, role: approverRole })),
  /** The reasons for a hold during which promised time stands still; absent: every hold. */
  pausingReasons: z.optional(z.array(z.string()).check(z.maxLength(50))),
  /** Who is told before a contract ends that names nobody. */
  contractKeeper: z.optional(contractKeeper),
});
export type CoveragePolicy = z.infer<typeof coveragePolicySchema>;

/** How it is decided where a company has said nothing. */
export const usualPrecedence: readonly PromiseKind[] = promiseKind.options;
