import { allTenantIds } from '../store/questions/for-the-clock.ts';
import { resumeMessages } from './resume-messages.ts';
import { resumePlans } from './resume-plans.ts';
import type { TimersDeps } from './timers-deps.ts';
import { watchClocks } from './watch-clocks.ts';
import { watchContracts } from './watch-contracts.ts';
import type { Round } from './round.ts';

/** Called by the clock; takes up what waits longer than it should, for every tenant. */
export type TimersHandler = () => Promise<Round>;

/** Goes through all tenants even where one fails, then fails itself, so that the alarm sees it. */
export const createTimersHandler = (deps: TimersDeps): TimersHandler => {
  return async () => {
    const rounds: Round[] = [];
    let failed = 0;
    for (const tenantId of await allTenantIds(deps.table)) {
      try {
        rounds.push({
          ...(await resumeMessages(deps, tenantId)),
          ...(await resumePlans(deps, tenantId)),
          ...(await watchClocks(deps, tenantId)),
          ...(await watchContracts(deps, tenantId)),
        });
      } catch (error) {
        failed++;
        deps.log.error('What waits could not be taken up', { tenantId, error: String(error) });
      }
    }
    if (failed > 0) throw new Error(`What waits could not be taken up for ${failed} tenants`);
    return sumOf(rounds);
  };
};

const sumOf = (rounds: readonly Round[]): Round => {
  const sum = (field: keyof Round): number => rounds.reduce((total, round) => total + round[field], 0);
  return {
    messagesResumed: sum('messagesResumed'),
    messagesParked: sum('messagesParked'),
    plansResumed: sum('plansResumed'),
    plansGivenUp: sum('plansGivenUp'),
    promisesWarned: sum('promisesWarned'),
    promisesBroken: sum('promisesBroken'),
    contractsExpiring: sum('contractsExpiring'),
    contractsRenewed: sum('contractsRenewed'),
  };
};
