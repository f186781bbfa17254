import type { HistoryEntry } from '../../shared/model/history-entry.ts';
import type { OpenClocks, SlaTerms } from '../../shared/model/sla.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { canonicalJson } from '../../shared/rules/coverage/canonical-json.ts';
import { eventsOfHistory } from '../../shared/rules/sla/events-of-history.ts';
import { allEnded, nextMarkAt } from '../../shared/rules/sla/next-mark.ts';
import { slaClocks } from '../../shared/rules/sla/sla-clocks.ts';
import { openClocksEntity } from './entities/open-clocks.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** As many as clocks keep; the first ones say all that matters. */
const mostEvents = 500;

export interface ClocksToKeep {
  readonly workOrder: WorkOrder;
  /** As they stand, where there are any. */
  readonly before: OpenClocks | undefined;
  /** What was promised when the work was made; asked for where there are no clocks yet. */
  readonly terms: SlaTerms;
  /** Of the work order, its request and its appointments. */
  readonly history: readonly HistoryEntry[];
}

/** Adds the clocks to the work as the history tells them; whether they are others than they were. */
export const keepClocks = (work: UnitOfWork, { workOrder, before, terms, history }: ClocksToKeep): boolean => {
  const { id: workOrderId, number, serviceRequestId, appointmentIds, territoryId, priority } = workOrder;
  const events = eventsOfHistory(history).slice(0, mostEvents);
  const common = { workOrderId, workOrderNumber: number, serviceRequestId, appointmentIds, territoryId, priority };
  const kept = { ...common, terms: before?.terms ?? terms, events, told: before?.told ?? [] };
  const after = { ...kept, ...standingOf(kept, work.now) };
  if (before && canonicalJson(factsOf(before)) === canonicalJson(after)) return false;
  const { version = 0, createdAt = work.now } = before ?? {};
  work.update(openClocksEntity, { version }, { ...after, version, createdAt, updatedAt: work.now });
  return true;
};

/** When the watch looks again, and whether there is anything left to look at. */
export const standingOf = (
  { terms, events }: Pick<OpenClocks, 'terms' | 'events'>,
  now: string,
): Pick<OpenClocks, 'nextAt' | 'ended'> => {
  const clocks = slaClocks(terms, events, now);
  if (allEnded(clocks)) return { ended: true };
  const nextAt = nextMarkAt(clocks);
  return nextAt === undefined ? {} : { nextAt };
};

const factsOf = ({ version: _v, createdAt: _c, updatedAt: _u, ...facts }: OpenClocks) => facts;
