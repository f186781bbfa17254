import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { PlanQueue } from '../platform/queue.ts';
import type { Table } from '../store/table-client.ts';

export interface TimersDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: () => number;
  readonly queuePlan: PlanQueue;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
