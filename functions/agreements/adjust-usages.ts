import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { ContractUsage } from '../../shared/model/contract-usage.ts';
import { Refusal } from '../platform/errors.ts';
import { contractUsageEntity } from '../store/entities/contract-usage.ts';
import { contractFile } from '../store/questions/contract-file.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';

/** Where more or less is included than before, the periods that are open have so much more or less left; refused where more was taken already. */
export const adjustUsages = async (
  { deps, tenantId }: Pick<StaffAsked, 'deps' | 'tenantId'>,
  work: UnitOfWork,
  before: ServiceContract,
  after: ServiceContract,
): Promise<void> => {
  if (JSON.stringify(before.entitlement) === JSON.stringify(after.entitlement)) return;
  const file = await contractFile(deps.table, tenantId, before.id);
  for (const usage of file?.usages ?? []) {
    if (before.entitlement?.per !== after.entitlement?.per)
      throw taken('Other periods cannot be cut where some was taken.');
    work.update(contractUsageEntity, usage, adjusted(usage, before, after));
  }
};

const adjusted = (usage: ContractUsage, before: ServiceContract, after: ServiceContract): ContractUsage => {
  const { appointmentsLeft, labourSecondsLeft, spendLeftMinorUnits, ...rest } = usage;
  const [old, fresh] = [before.entitlement, after.entitlement];
  const left = {
    appointmentsLeft: leftOf(old?.appointments, fresh?.appointments, appointmentsLeft),
    labourSecondsLeft: leftOf(old?.labourSeconds, fresh?.labourSeconds, labourSecondsLeft),
    spendLeftMinorUnits: leftOf(old?.spendMinorUnits, fresh?.spendMinorUnits, spendLeftMinorUnits),
  };
  return {
    ...rest,
    ...(left.appointmentsLeft !== undefined && { appointmentsLeft: left.appointmentsLeft }),
    ...(left.labourSecondsLeft !== undefined && { labourSecondsLeft: left.labourSecondsLeft }),
    ...(left.spendLeftMinorUnits !== undefined && { spendLeftMinorUnits: left.spendLeftMinorUnits }),
  };
};

const leftOf = (old: number | undefined, fresh: number | undefined, left: number | undefined): number | undefined => {
  if (fresh === undefined) return undefined;
  const now = fresh - ((old ?? 0) - (left ?? old ?? 0));
  if (now < 0) throw taken('More than that was taken already.');
  return now;
};

const taken = (detail: string): Refusal => new Refusal('wrong-state', { reason: 'taken-already', detail });
