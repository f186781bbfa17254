import type { ContractDrawing, ContractUsage } from '../../model/contract-usage.ts';
import type { UsageFacts } from '../../model/coverage-facts.ts';

/** What a period has left for a work order: what it took itself counts as left. */
export const withoutOwn = (usage: ContractUsage, own: readonly ContractDrawing[]): UsageFacts => {
  const { version: _version, updatedAt: _updatedAt, ...left } = usage;
  const mine = own.find(({ contractId, periodOn }) => contractId === left.contractId && periodOn === left.periodOn);
  return mine ? plus(left, mine) : left;
};

const plus = (left: UsageFacts, { appointments, labourSeconds, spendMinorUnits }: ContractDrawing): UsageFacts => ({
  ...left,
  ...(left.appointmentsLeft !== undefined && { appointmentsLeft: left.appointmentsLeft + appointments }),
  ...(left.labourSecondsLeft !== undefined && { labourSecondsLeft: left.labourSecondsLeft + labourSeconds }),
  ...(left.spendLeftMinorUnits !== undefined && { spendLeftMinorUnits: left.spendLeftMinorUnits + spendMinorUnits }),
});

/** What one decision takes more, or less, than the one before, of each period that either names. */
export const drawingChanges = (
  before: readonly ContractDrawing[],
  after: readonly ContractDrawing[],
): ContractDrawing[] => {
  const keys = new Map([...before, ...after].map((one) => [`${one.contractId} ${one.periodOn}`, one]));
  return [...keys.values()].map(({ contractId, periodOn }) => {
    const [old, fresh] = [before, after].map((drawings) =>
      drawings.find((one) => one.contractId === contractId && one.periodOn === periodOn),
    );
    const more = (field: 'appointments' | 'labourSeconds' | 'spendMinorUnits'): number =>
      (fresh?.[field] ?? 0) - (old?.[field] ?? 0);
    return {
      contractId,
      periodOn,
      appointments: more('appointments'),
      labourSeconds: more('labourSeconds'),
      spendMinorUnits: more('spendMinorUnits'),
    };
  });
};
