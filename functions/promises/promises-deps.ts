import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { Seal } from '../platform/seal.ts';
import type { Table } from '../store/table-client.ts';

export interface PromisesDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: () => number;
  readonly seal: Pick<Seal, 'sign'>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
