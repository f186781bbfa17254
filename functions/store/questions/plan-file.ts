import type { PlanPage, PlanPart, PlanPartRef, PlanProposal } from '../../../shared/model/plan-part.ts';
import { planPageEntity } from '../entities/plan-page.ts';
import { planPartEntity } from '../entities/plan-part.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** A plan's parts in order of day, without their routes. */
export const planParts = async (table: Table, tenantId: string, planId: string): Promise<PlanPart[]> =>
  readItems(planPartEntity, await table.all({ tenantId, partition: ['PLAN', planId], beginsWith: 'PART#' }));

/** What was planned for a territory's day, the last first. */
export const planRuns = async (
  table: Table,
  tenantId: string,
  { territoryId, day }: PlanPartRef,
  most: number,
): Promise<PlanPart[]> => {
  const question = { tenantId, index: 'gsi1', partition: ['PLAN-RUNS', territoryId, day], newestFirst: true } as const;
  const { items } = await table.page(question, most);
  return readItems(planPartEntity, items);
};

/** What a part proposes, put together from its pages; read consistently, since the parts after it build on it. */
export const planProposalOf = async (table: Table, tenantId: string, part: PlanPart): Promise<PlanProposal> => {
  const pages = await Promise.all(
    Array.from({ length: part.pages }, async (_, page) => pageOf(table, tenantId, part, page)),
  );
  return {
    routes: pages.flatMap(({ routes }) => routes),
    unassigned: pages.flatMap(({ unassigned }) => unassigned),
    promised: pages.flatMap(({ promised }) => promised),
  };
};

const pageOf = async (table: Table, tenantId: string, part: PlanPart, page: number): Promise<PlanPage> => {
  const found = await table.get(planPageEntity, tenantId, { ...part, page });
  if (!found) throw new Error(`Page ${page} of ${part.planId} for ${part.territoryId} on ${part.day} is missing`);
  return found;
};
