import type { AuthorisationNeed } from '../../model/coverage-decision.ts';
import type { CoveragePolicyFacts } from '../../model/coverage-facts.ts';
import type { PartyShares } from '../../model/money.ts';
import type { PromiseOnWork } from './promise-on-work.ts';

interface BorneByPromise {
  readonly promise: PromiseOnWork;
  readonly amountMinorUnits: number;
}

/** Whose word is needed before the work goes on: the customer's above his limit, the company's above its own, each maker's who wants to be asked. */
export const needsOf = (
  policy: CoveragePolicyFacts,
  totals: PartyShares,
  borne: readonly BorneByPromise[],
): AuthorisationNeed[] => {
  const limits = borne.map(({ promise }) => promise.contract?.quoteAboveMinorUnits);
  const quoteAbove = limits.find((limit) => limit !== undefined) ?? policy.quoteAboveMinorUnits ?? Infinity;
  const { approval } = policy;
  const needs: AuthorisationNeed[] = [];
  if (totals.customer > quoteAbove) needs.push({ kind: 'customer-quote', amountMinorUnits: totals.customer });
  if (approval && totals.company > approval.aboveMinorUnits) {
    needs.push({ kind: 'internal-approval', role: approval.role, amountMinorUnits: totals.company });
  }
  for (const { promise, amountMinorUnits } of borne) {
    const limit = promise.warranty?.makerAuthorisesAboveMinorUnits;
    if (limit === undefined || amountMinorUnits <= limit) continue;
    needs.push({ kind: 'maker-return', warrantyId: promise.id, amountMinorUnits });
  }
  return needs;
};
