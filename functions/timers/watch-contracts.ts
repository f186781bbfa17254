import type { Actor } from '../../shared/model/history-entry.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import { addDays } from '../../shared/geo/zoned-time.ts';
import { expiryDays, expiryMark, renewedContract, renewsItself } from '../../shared/rules/contract-renewal.ts';
import { serviceContractEntity } from '../store/entities/service-contract.ts';
import { contractsEndingBetween } from '../store/questions/agreements-lists.ts';
import { beginWork, type UnitOfWork } from '../store/unit-of-work.ts';
import type { Round } from './round.ts';
import type { TimersDeps } from './timers-deps.ts';

const watch: Actor = { kind: 'system', id: 'contract-watch', name: 'Fieldline' };
/** Days pass slowly: the first round of an hour looks. */
const firstMinutes = 2;

/** Tells 90, 60 and 30 days before that a contract ends, each once, and renews what renews itself when its notice has passed. */
export const watchContracts = async (
  deps: TimersDeps,
  tenantId: string,
): Promise<Pick<Round, 'contractsExpiring' | 'contractsRenewed'>> => {
  const clock = deps.clock();
  const round = { contractsExpiring: 0, contractsRenewed: 0 };
  if (clock.getUTCMinutes() >= firstMinutes) return round;
  const now = clock.toISOString();
  const on = now.slice(0, 10);
  for (const contract of await contractsEndingBetween(deps.table, tenantId, on, addDays(on, lookAheadDays))) {
    const work = beginWork({ ...deps, tenantId, now });
    const renewed = renewsItself(contract, on) && renew(deps, work, contract);
    const mark = renewed ? undefined : expiryMark(contract, on, contract.expiryTold ?? []);
    if (mark !== undefined) tell(work, contract, mark);
    if (!renewed && mark === undefined) continue;
    if (!(await work.commit()).ok) continue;
    if (renewed) round.contractsRenewed++;
    else round.contractsExpiring++;
  }
  return round;
};

/** As far as the longest notice may reach. */
const lookAheadDays = Math.max(...expiryDays, 730);

const tell = (work: UnitOfWork, contract: ServiceContract, days: number): void => {
  const expiryTold = [...(contract.expiryTold ?? []), days];
  work.update(serviceContractEntity, contract, { ...contract, expiryTold });
  work.record(contract.id, 'service-contract.expiring', watch, { days, endsOn: contract.endsOn });
};

const renew = ({ newId }: TimersDeps, work: UnitOfWork, contract: ServiceContract): boolean => {
  const renewed = renewedContract(contract);
  if (!renewed.ok) return false;
  const next = work.create(serviceContractEntity, { id: newId('serviceContract'), ...renewed.contract });
  work.update(serviceContractEntity, contract, { ...contract, renewedById: next.id });
  work.record(contract.id, 'service-contract.renewed', watch, { nextId: next.id, endsOn: next.endsOn });
  return true;
};
