import { expect, test } from 'vitest';
import { proposalPages } from '../../../functions/planner/proposal-pages.ts';
import type { PlanProposal } from '../../../shared/model/plan-part.ts';

const of = { planId: 'pl_1', territoryId: 'tr_1', day: '2026-05-12' };
const route = (technicianId: string) => ({ technicianId, stops: [], travelSeconds: 0, travelMetres: 0 });

test('a proposal is cut into items that are no larger than asked, and nothing of it is lost or changed', () => {
  const proposal: PlanProposal = {
    routes: Array.from({ length: 40 }, (_, i) => route(`te_${i}`)),
    unassigned: Array.from({ length: 30 }, (_, i) => ({ appointmentId: `ap_${i}`, reasons: [] })),
    promised: [{ technicianId: 'te_1', partId: 'pa_1', quantity: 1, onVan: 2 }],
  };
  const pages = proposalPages(of, proposal, 600);
  expect(pages.map(({ page }) => page)).toEqual(pages.map((_, i) => i));
  for (const { routes, unassigned } of pages) {
    expect(JSON.stringify(routes).length).toBeLessThanOrEqual(601);
    expect(JSON.stringify(unassigned).length).toBeLessThanOrEqual(601);
  }
  expect(pages.flatMap(({ routes }) => routes)).toEqual(proposal.routes);
  expect(pages.flatMap(({ unassigned }) => unassigned)).toEqual(proposal.unassigned);
  expect(pages.flatMap(({ promised }) => promised)).toEqual(proposal.promised);
});

test('what is larger than an item by itself stands in one of its own', () => {
  const routes = [route('a'), route('b'.repeat(900)), route('c')];
  expect(proposalPages(of, { routes, unassigned: [], promised: [] }, 600)).toHaveLength(3);
});
