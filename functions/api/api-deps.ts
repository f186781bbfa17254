import type { Clock } from '../platform/clock.ts';
import type { IdentityVerifier } from '../platform/identity.ts';
import type { NewId } from '../platform/ids.ts';
import type { Table } from '../store/table-client.ts';

/** What every entry behind the HTTP API reaches for; what only one needs stands in its own. AWS and one machine fill it differently. */
export interface ApiDeps {
  readonly table: Table;
  readonly verifier: IdentityVerifier;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Between 0 and 1, for jitter and seeds; secrets come from `randomBytes`. */
  readonly random: () => number;
  readonly log: FaultLog;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Where faults of ours are told; the platform's logger is one. */
export interface FaultLog {
  error(message: string, fault: Error): void;
}
