import type { LocalRequest, LocalService } from '../front/exchange.ts';
import type { Account } from '../identity/accounts.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { DrawnWays } from '../roads/drawn-ways.ts';
import { pause } from '../pumps/pause.ts';
import { callAs } from './call-as.ts';
import { SimulatedTechnician } from './simulated-technician.ts';
import { technicianOfToken } from './technician-of-token.ts';

export interface SimulatorParts {
  readonly on: boolean;
  readonly api: LocalService;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly issuer: Issuer;
  readonly now: () => Date;
  /** How technicians drive from place to place. */
  readonly ways: DrawnWays;
  readonly say: (line: string) => void;
}

export interface Simulator {
  /** Told of every request from outside: a technician as whom a person has signed in is left to him. */
  notice(request: LocalRequest): void;
  stop(): Promise<void>;
}

const tickMs = 4_000;
/** Who failed is left alone for a while. */
const failurePauseMs = 60_000;

/** Moves the demonstration's technicians along their routes, as their phones would, one after the other and never in a hurry. */
export function startSimulator(parts: SimulatorParts): Simulator {
  const left = new Set<string>();
  const notice = ({ headers }: LocalRequest) => {
    const technicianId = technicianOfToken(headers.authorization);
    if (technicianId !== undefined) left.add(technicianId);
  };
  if (!parts.on) return { notice, stop: async () => {} };
  const stopped = new AbortController();
  const running = run(parts, left, stopped.signal);
  return {
    notice,
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

async function run(parts: SimulatorParts, left: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
  const technicians = simulatedTechnicians(parts);
  const pausedUntil = new Map<string, number>();
  while (!signal.aborted) {
    for (const technician of technicians) {
      const id = technician.technicianId;
      if (signal.aborted) return;
      if (left.has(id) || (pausedUntil.get(id) ?? 0) > Date.now()) continue;
      try {
        await technician.step(parts.now().toISOString());
      } catch (fault) {
        pausedUntil.set(id, Date.now() + failurePauseMs);
        parts.say(`A simulated technician pauses for a minute: ${String(fault)}`);
      }
    }
    await pause(tickMs, signal);
  }
}

function simulatedTechnicians({ accounts, issuer, api, ways }: SimulatorParts): SimulatedTechnician[] {
  const dispatcher = accounts.get('dispatcher');
  if (!dispatcher) return [];
  const dispatch = callAs(dispatcher, issuer, api);
  return [...accounts.values()].flatMap((account) =>
    account.technicianId === undefined || account.account === 'technician'
      ? []
      : [new SimulatedTechnician(account.technicianId, callAs(account, issuer, api), dispatch, Math.random, ways)],
  );
}
