import { addDays } from '../../geo/zoned-time.ts';
import type { Entitlement, ServiceContract } from '../../model/service-contract.ts';
import type { Day } from '../../model/time.ts';

export interface ContractPeriod {
  readonly from: Day;
  /** Its last day. */
  readonly to: Day;
}

type Term = Pick<ServiceContract, 'startsOn' | 'endsOn' | 'entitlement'>;

/** The period of a contract that a day belongs to; what is included begins anew with each. */
export const periodOf = (contract: Term, on: Day): ContractPeriod => {
  const periods = periodsOf(contract, on);
  return periods.at(-1) ?? { from: contract.startsOn, to: contract.endsOn };
};

/** Its periods up to the one that a day belongs to, or all of them. */
export const periodsOf = ({ startsOn, endsOn, entitlement }: Term, until: Day = endsOn): ContractPeriod[] => {
  const months = monthsOf(entitlement?.per ?? 'term');
  if (months === undefined) return [{ from: startsOn, to: endsOn }];
  const periods: ContractPeriod[] = [];
  for (let count = 0; ; count++) {
    const from = addMonths(startsOn, count * months);
    if (from > endsOn || (count > 0 && from > until)) return periods;
    const last = addDays(addMonths(startsOn, (count + 1) * months), -1);
    periods.push({ from, to: last < endsOn ? last : endsOn });
  }
};

const monthsOf = (per: Entitlement['per']): number | undefined => ({ term: undefined, year: 12, month: 1 })[per];

/** The same day so many months later, or that month's last. */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
};
