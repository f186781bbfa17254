import type { PlanPage, PlanPartRef, PlanProposal } from '../../shared/model/plan-part.ts';

/** One item of the table holds 400 KB; JSON is never smaller than what the table counts by more than a little. */
const pageBytes = 330_000;

/** A proposal cut into items, each as full as it goes. */
export const proposalPages = (
  { planId, territoryId, day }: PlanPartRef & { readonly planId: string },
  { routes, unassigned, promised }: PlanProposal,
  bytes = pageBytes,
): PlanPage[] => {
  const nothing: PlanProposal = { routes: [], unassigned: [], promised: [] };
  const proposals = [
    ...portionsOf(routes, bytes).map((some) => ({ ...nothing, routes: some })),
    ...portionsOf(unassigned, bytes).map((some) => ({ ...nothing, unassigned: some })),
    ...portionsOf(promised, bytes).map((some) => ({ ...nothing, promised: some })),
  ];
  return proposals.map((proposal, page) => ({ planId, territoryId, day, page, ...proposal }));
};

const portionsOf = <Item>(items: readonly Item[], bytes: number): Item[][] => {
  const portions: Item[][] = [];
  let roomBytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    const portion = portions.at(-1);
    const fits = portion !== undefined && size <= roomBytes;
    if (fits) portion.push(item);
    else portions.push([item]);
    roomBytes = (fits ? roomBytes : bytes) - size;
  }
  return portions;
};
