import { addDays } from '../geo/zoned-time.ts';
import type { ServiceContract } from '../model/service-contract.ts';
import type { Day } from '../model/time.ts';
import { addMonths } from './coverage/contract-period.ts';

type NewContract = Omit<ServiceContract, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

export type RenewedContract =
  | { readonly ok: true; readonly contract: NewContract }
  | { readonly ok: false; readonly reason: 'renewed-already' | 'no-term' | 'ends-before-it-begins' };

type Changes = { readonly [Field in keyof NewContract]?: NewContract[Field] | undefined };

/** The next version of a contract, from the day after its last; the old one stays as it is. */
export const renewedContract = (
  before: ServiceContract,
  wish: { readonly endsOn?: Day | undefined; readonly changes?: Changes | undefined } = {},
): RenewedContract => {
  if (before.renewedById !== undefined) return { ok: false, reason: 'renewed-already' };
  const startsOn = addDays(before.endedOn ?? before.endsOn, 1);
  const { renewal } = before;
  const endsOn = wish.endsOn ?? (renewal && addDays(addMonths(startsOn, renewal.months), -1));
  if (endsOn === undefined) return { ok: false, reason: 'no-term' };
  if (endsOn < startsOn) return { ok: false, reason: 'ends-before-it-begins' };
  const { id: renewsId, version: _v, createdAt: _c, updatedAt: _u, endedOn: _e, expiryTold: _t, ...kept } = before;
  // What was swapped counts for the term in which it was.
  const { leaseSwaps: _swaps, leaseReturns: _returns, ...terms } = kept;
  return { ok: true, contract: { ...terms, ...given(wish.changes), startsOn, endsOn, renewsId } };
};

const given = (changes: Changes = {}): Partial<NewContract> => {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) kept[name] = value;
  return kept;
};

/** Whether it goes on by itself: nobody gave notice in time, and it was neither ended nor renewed. */
export const renewsItself = ({ renewal, endsOn, endedOn, renewedById }: ServiceContract, on: Day): boolean =>
  renewal?.kind === 'automatic' &&
  endedOn === undefined &&
  renewedById === undefined &&
  on > addDays(endsOn, -renewal.noticeDays);

/** So many days before its last day people are told. */
export const expiryDays = [90, 60, 30] as const;

/** The mark that a contract has passed on a day and that nobody was told of; the nearest where several have passed at once. */
export const expiryMark = (
  { endsOn, endedOn, renewedById }: Pick<ServiceContract, 'endsOn' | 'endedOn' | 'renewedById'>,
  on: Day,
  told: readonly number[],
): number | undefined => {
  if (renewedById !== undefined || endedOn !== undefined || on > endsOn) return undefined;
  const nearest = [...expiryDays].reverse().find((days) => addDays(endsOn, -days) <= on);
  return nearest === undefined || told.some((days) => days <= nearest) ? undefined : nearest;
};
