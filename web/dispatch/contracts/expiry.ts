import { addDays } from '../../../shared/geo/zoned-time.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Day } from '../../../shared/model/time.ts';

export type Expiry = 'ended' | 'within-30' | 'within-60' | 'within-90' | 'later' | 'renewed' | 'coming';

/** How near its end a contract is; one that was renewed no longer runs out. */
export const expiryOf = (
  { startsOn, endsOn, endedOn, renewedById }: Pick<ServiceContract, 'startsOn' | 'endsOn' | 'endedOn' | 'renewedById'>,
  today: Day,
): Expiry => {
  const last = endedOn ?? endsOn;
  if (last < today) return 'ended';
  if (renewedById !== undefined) return 'renewed';
  if (today < startsOn) return 'coming';
  if (last <= addDays(today, 30)) return 'within-30';
  if (last <= addDays(today, 60)) return 'within-60';
  return last <= addDays(today, 90) ? 'within-90' : 'later';
};

/** How many days it still holds, its last one not counted. */
export const daysLeft = ({ endsOn, endedOn }: Pick<ServiceContract, 'endsOn' | 'endedOn'>, today: Day): number =>
  Math.round((Date.parse(endedOn ?? endsOn) - Date.parse(today)) / 86_400_000);

/** The last day on which notice can be given; none where it simply ends. */
export const noticeBy = ({ endsOn, renewal }: Pick<ServiceContract, 'endsOn' | 'renewal'>): Day | undefined =>
  renewal && renewal.kind !== 'ends' ? addDays(endsOn, -renewal.noticeDays) : undefined;

/** From when a further term runs. */
export const dayAfter = (endsOn: Day): Day => addDays(endsOn, 1);

/** By what colour it is marked. */
export const toneOfExpiry = (expiry: Expiry): 'risk' | 'late' | 'muted' | undefined => {
  if (expiry === 'within-30') return 'late';
  if (expiry === 'within-60' || expiry === 'within-90') return 'risk';
  return expiry === 'later' ? undefined : 'muted';
};
