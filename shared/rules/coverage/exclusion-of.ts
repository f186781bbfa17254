import type { ExclusionReason } from '../../model/coverage-decision.ts';
import type { CoverageFacts, CoveredWork } from '../../model/coverage-facts.ts';
import type { Day } from '../../model/time.ts';
import type { Warranty } from '../../model/warranty.ts';
import type { PricedLine } from './price-lines.ts';
import type { PromiseOnWork } from './promise-on-work.ts';

export interface WorkAsSeen {
  readonly work: CoveredWork;
  readonly on: Day;
  readonly asset: CoverageFacts['asset'];
}

/** Why a promise that holds has nothing to do with a line, whatever is left of its price. */
export const exclusionOf = (
  promise: PromiseOnWork,
  line: PricedLine,
  seen: WorkAsSeen,
): ExclusionReason | undefined => {
  if (promise.contract?.lease?.maintainedBy === 'customer') return 'customer-maintains';
  const name = line.kind === 'part' ? 'parts' : line.kind;
  if (promise.covers[name] === 0) return 'not-included';
  return promise.warranty && warrantyExclusion(promise.warranty, line, seen);
};

const warrantyExclusion = (
  { partId, exclusions, startsOn }: Warranty,
  line: PricedLine,
  { work, on, asset }: WorkAsSeen,
): ExclusionReason | undefined => {
  if (partId !== undefined && !concerns(partId, line, work)) return 'other-part';
  if (exclusions?.misuseCodes?.some((code) => work.causes?.includes(code))) return 'misuse';
  const repairs = asset?.othersRepairedOn ?? [];
  if (exclusions?.othersRepair && repairs.some((day) => day >= startsOn && day <= on)) return 'others-repair';
  if (line.partId !== undefined && exclusions?.partIds?.includes(line.partId)) return 'part-excluded';
  return exclusions?.wearParts && line.wears ? 'wear-part' : undefined;
};

/** A promise on one part bears that part, and the labour and the way where that part is among the work's. */
const concerns = (partId: string, line: PricedLine, work: CoveredWork): boolean =>
  line.kind === 'part' ? line.partId === partId : work.parts.some((part) => part.partId === partId);
