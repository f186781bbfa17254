import type { Entitlement } from '../../../shared/model/service-contract.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type { getContractFile } from '../../../shared/protocol/endpoints/contracts.ts';

export type ContractPeriod = ResponseOf<typeof getContractFile>['periods'][number];
export type Budget = 'appointments' | 'labourSeconds' | 'spendMinorUnits';

/** How much of one thing that is included was taken in a period. */
export interface Consumption {
  readonly budget: Budget;
  readonly included: number;
  readonly taken: number;
  readonly left: number;
}

const lefts = {
  appointments: 'appointmentsLeft',
  labourSeconds: 'labourSecondsLeft',
  spendMinorUnits: 'spendLeftMinorUnits',
} as const;
const budgets = ['appointments', 'labourSeconds', 'spendMinorUnits'] as const;

/** What is limited, and what of it is left; where nothing was taken yet, all of it. */
export const consumptionOf = (
  entitlement: Entitlement | undefined,
  { usage }: Pick<ContractPeriod, 'usage'>,
): Consumption[] =>
  budgets.flatMap((budget) => {
    const included = entitlement?.[budget];
    if (included === undefined) return [];
    const left = Math.min(included, usage?.[lefts[budget]] ?? included);
    return { budget, included, left, taken: included - left };
  });

/** Little left is a warning, nothing left is told in red. */
export const toneOfConsumption = ({ included, left }: Consumption): 'fine' | 'risk' | 'late' => {
  if (left === 0 && included > 0) return 'late';
  return left * 5 <= included ? 'risk' : 'fine';
};

/** The present period, then those before it, the newest first; of what has not begun only what something was taken from. */
export const periodsToShow = <Period extends { readonly from: Day; readonly drawings: readonly unknown[] }>(
  periods: readonly Period[],
  today: Day,
): Period[] => {
  const newestFirst = [...periods].sort((a, b) => (a.from < b.from ? 1 : -1));
  const begun = newestFirst.filter(({ from }) => from <= today);
  return [...begun, ...newestFirst.filter(({ from, drawings }) => from > today && drawings.length > 0)];
};
