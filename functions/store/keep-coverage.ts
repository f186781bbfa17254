import type { ContractDrawing, ContractUsage } from '../../shared/model/contract-usage.ts';
import type { CoverageDifference } from '../../shared/model/coverage-decision.ts';
import type { CoverageRecord } from '../../shared/model/coverage-record.ts';
import type { Actor } from '../../shared/model/history-entry.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { canonicalJson } from '../../shared/rules/coverage/canonical-json.ts';
import { decisionHash, recordHash } from '../../shared/rules/coverage/coverage-chain.ts';
import { coverageDifference } from '../../shared/rules/coverage/coverage-difference.ts';
import { decideCoverage, summariseCoverage } from '../../shared/rules/coverage/decide-coverage.ts';
import { freshUsage } from '../../shared/rules/coverage/promise-on-work.ts';
import { drawingChanges } from '../../shared/rules/coverage/usage-left.ts';
import type { Seal } from '../platform/seal.ts';
import { contractDrawingEntity } from './entities/contract-drawing.ts';
import { contractUsageEntity } from './entities/contract-usage.ts';
import { coverageRecordEntity } from './entities/coverage-record.ts';
import { workOrderEntity } from './entities/work-order.ts';
import type { FactsOfWork } from './questions/coverage-facts.ts';
import { changedMeanwhile, type UnitOfWork } from './unit-of-work.ts';

export interface CoverageToKeep extends FactsOfWork {
  readonly workOrder: WorkOrder;
  /** What the office says now was found at the machine. */
  readonly causes?: WorkOrder['causes'];
  /** What was decided before, the first decision first. */
  readonly records: readonly CoverageRecord[];
  readonly by: Actor;
  readonly seal: Pick<Seal, 'sign'>;
}

export interface KeptCoverage {
  readonly record: CoverageRecord;
  /** Absent where it is the first one, or where nothing is others. */
  readonly difference?: CoverageDifference;
  /** The facts gave the decision that was kept already: nothing was added. */
  readonly isOld: boolean;
}

/** Adds what the facts decide to the work, chained to the decision before and signed, and takes from contracts what it uses; nothing where it decides as before. */
export const keepCoverage = (work: UnitOfWork, asked: CoverageToKeep): KeptCoverage => {
  const { workOrder, causes, records, facts, by, seal } = asked;
  const decision = decideCoverage(facts);
  const last = records.at(-1);
  const after = { ...workOrder, coverage: summariseCoverage(facts), ...(causes && { causes }) };
  if (canonicalJson(after) !== canonicalJson(workOrder)) work.update(workOrderEntity, workOrder, after);
  if (last && decisionHash(last.decision) === decisionHash(decision)) return { record: last, isOld: true };
  const unsigned = {
    workOrderId: workOrder.id,
    sequence: (last?.sequence ?? 0) + 1,
    at: work.now,
    by,
    facts,
    decision,
    ...(last && { previousHash: last.hash }),
  };
  const hash = recordHash(unsigned);
  const record = work.add(coverageRecordEntity, { ...unsigned, hash, signature: seal.sign(hash) });
  draw(work, asked, last?.decision.drawings ?? [], decision.drawings);
  work.record(workOrder.id, 'work-order.coverage-decided', by, {
    sequence: record.sequence,
    customerMinorUnits: decision.totals.customer,
    totalMinorUnits: decision.totalMinorUnits,
    currency: decision.currency,
  });
  const difference = last && coverageDifference(last.decision, decision);
  return { record, isOld: false, ...(difference && { difference }) };
};

const draw = (
  work: UnitOfWork,
  { workOrder, opened, facts }: CoverageToKeep,
  before: readonly ContractDrawing[],
  after: readonly ContractDrawing[],
): void => {
  for (const change of drawingChanges(before, after)) {
    const { contractId, periodOn } = change;
    const usage = opened.find((one) => one.contractId === contractId && one.periodOn === periodOn);
    const contract = facts.contracts.find(({ id }) => id === contractId);
    if (usage) takeFrom(work, usage, change);
    else if (contract) openPeriod(work, contract, change);
    const drawing = after.find((one) => one.contractId === contractId && one.periodOn === periodOn);
    if (drawing) work.put(contractDrawingEntity, { workOrderId: workOrder.id, ...drawing });
    else work.remove(contractDrawingEntity, { contractId, periodOn, workOrderId: workOrder.id });
  }
};

/** In place, so that a hundred work orders at once each take theirs, and none takes what is not there: then it is decided anew. */
const takeFrom = (work: UnitOfWork, usage: ContractUsage, change: ContractDrawing): void => {
  const counts = [
    { field: 'appointmentsLeft', by: -change.appointments, isLimited: usage.appointmentsLeft !== undefined },
    { field: 'labourSecondsLeft', by: -change.labourSeconds, isLimited: usage.labourSecondsLeft !== undefined },
    { field: 'spendLeftMinorUnits', by: -change.spendMinorUnits, isLimited: usage.spendLeftMinorUnits !== undefined },
  ].filter(({ by, isLimited }) => isLimited && by !== 0);
  const [first, ...along] = counts;
  if (first) work.count(contractUsageEntity, usage, { ...first, along, refusal: changedMeanwhile });
};

const openPeriod = (work: UnitOfWork, contract: ServiceContract, change: ContractDrawing): void => {
  const fresh = freshUsage(contract, change.periodOn);
  work.add(contractUsageEntity, {
    ...fresh,
    ...(fresh.appointmentsLeft !== undefined && { appointmentsLeft: fresh.appointmentsLeft - change.appointments }),
    ...(fresh.labourSecondsLeft !== undefined && { labourSecondsLeft: fresh.labourSecondsLeft - change.labourSeconds }),
    ...(fresh.spendLeftMinorUnits !== undefined && {
      spendLeftMinorUnits: fresh.spendLeftMinorUnits - change.spendMinorUnits,
    }),
    version: 1,
    updatedAt: work.now,
  });
};
