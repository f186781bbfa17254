import type { WorkOrder } from '../../shared/model/work-order.ts';
import { coverageReviewEntity, type CoverageReview, type ReviewScope } from '../store/entities/coverage-review.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import { allTerritories } from '../store/questions/catalogue.ts';
import { openWorkAfter } from '../store/questions/clocks.ts';
import { beginWork } from '../store/unit-of-work.ts';
import { followWork } from './follow-work.ts';
import type { PromisesDeps } from './promises-deps.ts';
import { bothScopes } from './review-scope.ts';

/** As many work orders as one event looks at; the write that says how far it came brings the next event. */
const workPerStep = 50;
const attempts = 20;

/** Begins to decide the open work of a scope anew; what is under way begins again from the start with both scopes. */
export const beginReview = async (deps: PromisesDeps, tenantId: string, scope: ReviewScope): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await deps.table.get(coverageReviewEntity, tenantId, {});
    const now = deps.clock().toISOString();
    const both = before && !before.done ? bothScopes(before.scope, scope) : scope;
    const work = beginWork({ ...deps, tenantId, now });
    const stamps = { version: before?.version ?? 0, createdAt: before?.createdAt ?? now, updatedAt: now };
    work.update(coverageReviewEntity, stamps, { ...stamps, scope: both, goesOnAfter: {}, done: false });
    if ((await work.commit()).ok) return;
  }
  throw new Error('The review of coverage could not be begun');
};

/** Decides the next open work orders of the scope anew; a record that was overtaken by a later one does nothing. */
export const stepReview = async (deps: PromisesDeps, tenantId: string, seen: CoverageReview): Promise<void> => {
  const review = await deps.table.get(coverageReviewEntity, tenantId, {});
  if (!review || review.done || review.version !== seen.version) return;
  const { goesOnAfter, scope } = review;
  const territoryIds = (await allTerritories(deps.table, tenantId)).map(({ id }) => id).sort();
  const territoryId = territoryIds.find((id) => id >= (goesOnAfter.territoryId ?? ''));
  const ids =
    territoryId === undefined
      ? []
      : await openWorkAfter(deps.table, tenantId, territoryId, goesOnAfter.workOrderId, workPerStep);
  const refs = ids.map((id) => ({ id }));
  const open = await deps.table.getMany(workOrderEntity, tenantId, refs);
  for (const { id } of open.filter((one) => touches(scope, one))) await followWork(deps, tenantId, id, 'again');
  const isFull = ids.length === workPerStep;
  const next = isFull ? territoryId : territoryIds.find((id) => id > (territoryId ?? ''));
  const workOrderId = isFull ? ids.at(-1) : undefined;
  const work = beginWork({ ...deps, tenantId, now: deps.clock().toISOString() });
  work.update(coverageReviewEntity, review, {
    ...review,
    goesOnAfter: {
      ...(next !== undefined && { territoryId: next }),
      ...(workOrderId !== undefined && { workOrderId }),
    },
    done: next === undefined || territoryId === undefined,
  });
  // Where it changed meanwhile it was begun anew.
  await work.commit();
};

const touches = ({ everybody, customerIds, assetIds }: ReviewScope, { customerId, assetId }: WorkOrder): boolean =>
  everybody ||
  (customerId !== undefined && customerIds.includes(customerId)) ||
  (assetId !== undefined && assetIds.includes(assetId));
