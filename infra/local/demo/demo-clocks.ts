import type { HistoryEntry } from '../../../shared/model/history-entry.ts';
import type { OpenClocks } from '../../../shared/model/sla.ts';
import type { WorkOrder } from '../../../shared/model/work-order.ts';
import { contractsInForce } from '../../../shared/rules/coverage/promises-in-order.ts';
import { promiseTerms } from '../../../shared/rules/promise.ts';
import { eventsOfHistory } from '../../../shared/rules/sla/events-of-history.ts';
import { standingOf } from '../../../functions/store/keep-clocks.ts';
import type { DemoCompany } from './company.ts';
import { demonstrationZone } from './catalogue.ts';
import type { DemoWork } from './invent-work.ts';

/** The clocks of work that is not done, from its history by the product's own rules; undefined where all have ended. */
export function demoClocks(
  { book }: DemoCompany,
  { customer, asset, siteId, workType, priority, receivedAt }: DemoWork,
  workOrder: WorkOrder,
  history: readonly HistoryEntry[],
): OpenClocks | undefined {
  const own = book.contracts.filter(({ customerId }) => customerId === customer.id);
  const contracts = contractsInForce({ contracts: own, siteId, asset, zone: demonstrationZone, at: receivedAt });
  const { terms } = promiseTerms({ priority, workType, contracts, receivedAt });
  const events = eventsOfHistory(history);
  const standing = standingOf({ terms, events }, events.at(-1)?.at ?? receivedAt);
  if (standing.ended) return undefined;
  const { id, number, serviceRequestId, appointmentIds, territoryId, createdAt, updatedAt } = workOrder;
  const about = { workOrderId: id, workOrderNumber: number, serviceRequestId, appointmentIds, territoryId, priority };
  return { ...about, terms, events, told: [], version: 1, createdAt, updatedAt, ...standing };
}
