import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

/** Whose open work is decided anew; where too many were named it is everybody's. */
const reviewScope = z.strictObject({
  everybody: z.boolean(),
  customerIds: z.array(idOf('customer')).check(z.maxLength(500)),
  assetIds: z.array(idOf('asset')).check(z.maxLength(500)),
});
export type ReviewScope = z.infer<typeof reviewScope>;

const coverageReviewSchema = z.strictObject({
  version: z.int().check(z.positive()),
  createdAt: instant,
  updatedAt: instant,
  scope: reviewScope,
  /** The open work order after which it goes on, territory by territory in the order of their ids. */
  goesOnAfter: z.strictObject({
    territoryId: z.optional(idOf('territory')),
    workOrderId: z.optional(idOf('workOrder')),
  }),
  done: z.boolean(),
});
export type CoverageReview = z.infer<typeof coverageReviewSchema>;

/** How far a company's open work was decided anew after what promises it changed; each write calls for the next step through the change stream. */
export const coverageReviewEntity = defineEntity<CoverageReview, object>({
  name: 'coverage-review',
  schema: coverageReviewSchema,
  key: () => ({ partition: ['COVERAGE-REVIEW'], sort: 'COVERAGE-REVIEW' }),
});
