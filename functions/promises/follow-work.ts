import type { Actor, HistoryEntry } from '../../shared/model/history-entry.ts';
import type { SlaTerms } from '../../shared/model/sla.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { contractsInForce } from '../../shared/rules/coverage/promises-in-order.ts';
import { promiseTerms } from '../../shared/rules/promise.ts';
import { keepClocks } from '../store/keep-clocks.ts';
import { keepCoverage } from '../store/keep-coverage.ts';
import { openClocksEntity } from '../store/entities/open-clocks.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import { workTypeEntity } from '../store/entities/work-type.ts';
import { allHolidayCalendars, coveragePolicy } from '../store/questions/coverage-book.ts';
import { coverageFactsOf, type FactsOfWork } from '../store/questions/coverage-facts.ts';
import { coverageRecords } from '../store/questions/coverage-file.ts';
import { serviceRequestFile } from '../store/questions/service-request-file.ts';
import { historyOfWork } from '../store/questions/work-history.ts';
import type { Table } from '../store/table-client.ts';
import { beginWork, changedMeanwhile, alreadyThere } from '../store/unit-of-work.ts';
import type { PromisesDeps } from './promises-deps.ts';

const house: Actor = { kind: 'system', id: 'promises', name: 'Fieldline' };
/** Others write the same work order or contract at the same time; then it is read and decided anew. */
const attempts = 20;

/**
 * Decides the coverage of a work order anew and sets its clocks, from how everything stands now; where nothing is others nothing is written.
 * `again` leaves alone what nobody has decided yet.
 */
export const followWork = async (
  deps: PromisesDeps,
  tenantId: string,
  workOrderId: string,
  only?: 'again',
): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const workOrder = await deps.table.get(workOrderEntity, tenantId, { id: workOrderId });
    if (!workOrder) return;
    const work = beginWork({ ...deps, tenantId, now: deps.clock().toISOString() });
    const records = await coverageRecords(deps.table, tenantId, workOrderId);
    if (only === 'again' && records.length === 0) return;
    const known = await coverageFactsOf(deps.table, tenantId, workOrder);
    const before = await deps.table.get(openClocksEntity, tenantId, { workOrderId });
    const kept = keepCoverage(work, { ...known, workOrder, records, by: house, seal: deps.seal });
    const { receivedAt, history } = await historyOf(deps.table, tenantId, workOrder, known);
    const terms = before?.terms ?? (await termsOf(deps.table, tenantId, workOrder, known, receivedAt));
    const clocksAreNew = keepClocks(work, { workOrder, before, terms, history });
    if (kept.isOld && !clocksAreNew) return;
    const result = await work.commit();
    if (result.ok) return;
    if (result.reason !== changedMeanwhile && result.reason !== alreadyThere) break;
  }
  throw new Error(`The promises of ${workOrderId} could not be kept up to date`);
};

const historyOf = async (
  table: Table,
  tenantId: string,
  workOrder: WorkOrder,
  { appointments }: FactsOfWork,
): Promise<{ readonly receivedAt: string; readonly history: HistoryEntry[] }> => {
  const request = await serviceRequestFile(table, tenantId, workOrder.serviceRequestId);
  const own = await historyOfWork(table, tenantId, workOrder.id, appointments);
  return {
    receivedAt: request?.serviceRequest.receivedAt ?? workOrder.createdAt,
    history: [...(request?.history ?? []), ...own],
  };
};

/** What was promised: by the work type, and by the contracts in force when the request came. */
const termsOf = async (
  table: Table,
  tenantId: string,
  workOrder: WorkOrder,
  { facts }: FactsOfWork,
  receivedAt: string,
): Promise<SlaTerms> => {
  const { siteId, workTypeId, priority } = workOrder;
  const [workType, calendars, policy] = await Promise.all([
    table.get(workTypeEntity, tenantId, { id: workTypeId }),
    allHolidayCalendars(table, tenantId),
    coveragePolicy(table, tenantId),
  ]);
  const { contracts: all, asset, timeZone: zone } = facts;
  const contracts = contractsInForce({ contracts: all, siteId, asset, zone, at: receivedAt });
  const { terms } = promiseTerms({ priority, workType, contracts, calendars, receivedAt });
  const { pausingReasons } = policy;
  return { ...terms, ...(pausingReasons && { pausingReasons }) };
};
